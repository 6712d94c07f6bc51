import { francAll } from 'franc-min';
import type { Paragraph } from '../article/article.ts';

/** The detector's scores draw together as texts grow: on so many UTF-16 characters they lie furthest apart. */
const SAMPLE = 350;

/** Samples of a text, spread over it. */
const MOST_SAMPLES = 12;

/** Below this many characters languages of one script are guessed, not told. */
const SHORTEST = 100;

/** A sentence that is quoted in another language stays with its paragraph. */
const SHORTEST_PARAGRAPH = 120;

/** English paragraphs of a text in another language are searched where they are a part of it, not a line. */
const LEAST_ENGLISH_PART = 0.2;

/**
 * Words that are English and, as often, nothing else; no "of", "in", "is", "for", "at", "to", which other languages write too.
 * Of English news they are one word in seven, of others less than one in a hundred.
 */
const ENGLISH_WORDS = new Set(
  (
    'the and that with were has from said they this who would been its their but which it was his have not are about after ' +
    'will when she where there than what more into could out only other also than these those because while should'
  ).split(' '),
);
const SURELY_ENGLISH = 0.06;

/** Prose in English has some of them in every sentence. */
const SURELY_NOT_ENGLISH = 0.025;

/** Of the words of prose most are written small; lists of results and of names have few such. */
const LEAST_SMALL_SHARE = 0.5;

/** Common words of languages of the press that the detector does not know. */
const UNKNOWN_LANGUAGES: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  ['dan', new Set('og af efter ikke blev havde til også fra ved foran sagde'.split(' '))],
  ['nob', new Set('og av etter ikke ble hadde til også fra ved foran'.split(' '))],
  ['fin', new Set('ja ei että oli ovat joka mutta kuin hän myös sanoi mukaan ensi se on vaan eivät'.split(' '))],
];
const LEAST_KNOWN_SHARE = 0.07;

/** In lists and headlines, where few such words stand: English scores at least so much of the best language. */
const ENGLISH_SHARE = 0.9;

/** The language of a text, and what of it is in another. */
export interface Languages {
  /** ISO 639-3, of the most of the text; "und" where it is too short to tell. */
  readonly language: string;
  /** Paragraphs that are surely in another language than the text, or, in a text that is not English, in English. */
  readonly others: readonly { readonly paragraph: number; readonly language: string }[];
}

/**
 * What the text itself tells is believed; what is stated about it (BCP 47: "de-AT") where it is too short to tell. Capitals
 * do not matter.
 */
export function detectLanguages(paragraphs: readonly Paragraph[], stated?: string): Languages {
  const language = languageOfSamples(samplesOf(paragraphs)) ?? languageOfTag(stated) ?? 'und';
  if (language === 'und') return { language, others: [] };
  const others = paragraphs.flatMap(({ ordinal, text }) => {
    if (text.length < SHORTEST_PARAGRAPH && hasLatin(text)) return [];
    const own = languageOf(text.slice(0, SAMPLE));
    const tells = language === 'eng' ? own !== 'eng' : own === 'eng';
    return own !== undefined && tells ? [{ paragraph: ordinal, language: own }] : [];
  });
  return { language, others };
}

/** ISO 639-3 code of the most of the text, "und" where the text is too short to tell. */
export const detectLanguage = (paragraphs: readonly Paragraph[]): string => detectLanguages(paragraphs).language;

/** Which paragraphs are searched: the English ones. In a text of another language they must be a part of it. */
export function englishParagraphs(paragraphs: readonly Paragraph[], { language, others }: Languages): Paragraph[] {
  const different = new Set(others.map(({ paragraph }) => paragraph));
  if (language === 'eng' || language === 'und') return paragraphs.filter(({ ordinal }) => !different.has(ordinal));
  const english = paragraphs.filter(({ ordinal }) => different.has(ordinal));
  return lengthOf(english) >= lengthOf(paragraphs) * LEAST_ENGLISH_PART ? english : [];
}

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** "The text is French (fra): …", where a language is one that nothing, or not all, is extracted from. */
export function reasonToSkip(language: string, hasEnglish = false): string | undefined {
  if (language === 'eng' || language === 'und') return undefined;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return hasEnglish
    ? `The text is mostly ${name} (${language}): entities and quotations are found in its English paragraphs only; drop a translation.`
    : `The text is ${name} (${language}): entities and quotations are found in English only; drop a translation.`;
}

/** The language of the most samples. */
function languageOfSamples(samples: readonly string[]): string | undefined {
  const votes = new Map<string, number>();
  for (const sample of samples) {
    const language = languageOf(sample);
    if (language !== undefined) votes.set(language, (votes.get(language) ?? 0) + sample.length);
  }
  return [...votes].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Of one sample; undefined where it is too short to tell. */
function languageOf(sample: string): string | undefined {
  const isLatin = hasLatin(sample);
  if (sample.trim().length < (isLatin ? SHORTEST : 1)) return undefined;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  if (english > words.length * SURELY_ENGLISH) return 'eng';
  const ranking = francAll(sample.toLowerCase(), { minLength: 1 });
  const isProse = (sample.match(/(?<!\p{L})\p{Ll}/gu)?.length ?? 0) > words.length * LEAST_SMALL_SHARE;
  if (isLatin && isProse && english < words.length * SURELY_NOT_ENGLISH) {
    return languageByWords(words) ?? ranking.map(([language]) => language).find((language) => language !== 'eng');
  }
  const [[best]] = ranking as [[string, number]];
  const share = ranking.find(([language]) => language === 'eng')?.[1] ?? 0;
  if (share >= ENGLISH_SHARE) return 'eng';
  return best === 'und' ? undefined : best;
}

/** Of those that the detector would take for a neighbour's. */
function languageByWords(words: readonly string[]): string | undefined {
  const shares = UNKNOWN_LANGUAGES.map(([language, known]): [string, number] => [
    language,
    words.filter((word) => known.has(word)).length / words.length,
  ]);
  const [best] = shares.sort(([, one], [, other]) => other - one);
  return best && best[1] >= LEAST_KNOWN_SHARE ? best[0] : undefined;
}

/** Whether most letters are Latin. */
function hasLatin(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

/** Windows of the text, as many as it has, at most a dozen, spread evenly. */
function samplesOf(paragraphs: readonly Paragraph[]): string[] {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const count = Math.max(1, Math.min(MOST_SAMPLES, Math.floor(text.length / SAMPLE)));
  const step = (text.length - Math.min(SAMPLE, text.length)) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) =>
    text.slice(Math.round(index * step), Math.round(index * step) + SAMPLE),
  );
}

/** "en-US" to "eng": the codes of two letters that the detector's languages have. */
function languageOfTag(tag: string | undefined): string | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (!language || !/^[a-z]{2,3}$/.test(language)) return undefined;
  return language.length === 3 ? language : ISO_639_3[language];
}

/** https://iso639-3.sil.org: languages that newsrooms publish in. */
const ISO_639_3: Readonly<Record<string, string>> = {
  af: 'afr',
  am: 'amh',
  ar: 'arb',
  az: 'aze',
  be: 'bel',
  bg: 'bul',
  bn: 'ben',
  bs: 'bos',
  ca: 'cat',
  cs: 'ces',
  cy: 'cym',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  gu: 'guj',
  ha: 'hau',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  is: 'isl',
  it: 'ita',
  ja: 'jpn',
  ka: 'kat',
  kk: 'kaz',
  km: 'khm',
  ko: 'kor',
  lt: 'lit',
  lv: 'lvs',
  mk: 'mkd',
  ms: 'zlm',
  nb: 'nob',
  nl: 'nld',
  nn: 'nno',
  no: 'nob',
  pl: 'pol',
  ps: 'pus',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  so: 'som',
  sq: 'sqi',
  sr: 'srp',
  sv: 'swe',
  sw: 'swh',
  ta: 'tam',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  uz: 'uzn',
  vi: 'vie',
  zh: 'cmn',
  zu: 'zul',
};
