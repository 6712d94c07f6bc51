import * as z from 'zod/mini';
import { cutFrom, likeness } from '../check/difference.ts';
import { findWords, isCutFromItsMeaning, type SaidToken, sentencesAround } from '../check/find-words.ts';
import { askedTokens, type Token, tokensOf } from '../check/wording.ts';
import { list, listedArticleFields, type TextSpan } from '../article/article.ts';
import { entityId, type EntityId, type Quotation, speaker } from '../language/analysis.ts';
import { hasWords, type StoredArticle } from './rows/article.ts';
import { instant, s3Key } from './rows/row.ts';

/** From what settles the question to what says nothing. */
export const VERDICTS = [
  'exact',
  'reported',
  'denied',
  'said by another',
  'unattributed',
  'altered',
  'not found',
] as const;
export type Verdict = (typeof VERDICTS)[number];

const stretch = z.object({
  in: z
    .enum(['both', 'asked', 'said'])
    .check(z.describe('In both wordings, in the one asked for alone, or in what was said alone.')),
  text: z.string(),
});

/** Where words stand that are those asked for, or like them. */
export const finding = z.object({
  verdict: z.enum(VERDICTS),
  key: s3Key,
  publishedAt: instant,
  ...listedArticleFields,
  paragraph: z.int(),
  ordinal: z.nullable(z.int()).check(z.describe('Of the statement; null where the words belong to none.')),
  text: z.string().check(z.describe('All that the statement says, or the paragraph.')),
  speaker: z.nullable(entityId).check(z.describe('The first of the speakers.')),
  speakers: list(speaker),
  source: z.optional(z.string()).check(z.describe('The words that name who is quoted.')),
  confidence: z.optional(z.number()).check(z.describe('Probability that the statement and its speaker are right.')),
  part: z.boolean().check(z.describe('Whether the statement says more than the words asked for.')),
  difference: z.optional(z.array(stretch)).check(z.describe('Of an altered wording.')),
  share: z.optional(z.number()).check(z.describe('Of an altered wording: the share of words in common.')),
});
export type Finding = Readonly<z.output<typeof finding>>;

/** The better of two: the one that settles more, then one of who was asked for, then the one that is more alike. */
export function better(
  by: readonly EntityId[],
  one: Finding | undefined,
  other: Finding | undefined,
): Finding | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const worse =
    VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) ||
    Number(isBy(other, by)) - Number(isBy(one, by)) ||
    (other.share ?? 1) - (one.share ?? 1);
  return worse <= 0 ? one : other;
}

interface Asked {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export const askedWords = (text: string): Asked => ({ text, tokens: askedTokens(text) });

/**
 * What an article says of the words: whether somebody says them in it, word for word, or others like them.
 * @param by who should have said them; empty for anybody.
 */
export function checkInArticle(asked: Asked, by: readonly EntityId[], stored: StoredArticle): Finding | undefined {
  if (!hasWords(stored.article)) return undefined;
  const { key, publishedAt, headline } = stored.article;
  const place = { key, publishedAt, ...(headline && { headline }) };
  let best: Finding | undefined;
  for (const quotation of stored.quotations) {
    const judged = judge(asked, by, quotation);
    if (judged !== undefined) best = better(by, best, { ...place, ...judged });
    if (best?.verdict === 'exact') return best;
  }
  // Words that a statement holds are its, also where they were cut from their meaning.
  if (best !== undefined && (best.verdict !== 'altered' || best.share === 1)) return best;
  for (const { ordinal: paragraph, text } of stored.paragraphs) {
    const said = tokensOf(text).map((token) => ({ ...token, quoted: false, optional: false }));
    if (findWords(asked.tokens, said) === undefined) continue;
    const nobody = { ordinal: null, speaker: null, speakers: [], part: true };
    return { verdict: 'unattributed', ...place, paragraph, text, ...nobody };
  }
  return best;
}

function judge(
  asked: Asked,
  by: readonly EntityId[],
  quotation: Quotation,
): Omit<Finding, 'key' | 'publishedAt' | 'headline'> | undefined {
  const said = saidWords(quotation);
  const { ordinal, speaker, speakers, source, confidence, modality } = quotation;
  const known = {
    paragraph: quotation.contents[0]?.paragraph ?? 0,
    ordinal,
    text: said.text,
    speaker,
    speakers,
    ...(source !== null && { source: source.text }),
    confidence,
  };
  const place = findWords(asked.tokens, said.tokens);
  if (place === undefined) {
    const alike = likeness(asked, said);
    if (alike === undefined) return undefined;
    return { verdict: 'altered', ...known, part: true, share: alike.share, difference: [...alike.difference] };
  }
  const part = place.first > 0 || said.tokens.slice(place.end).some(({ optional }) => !optional);
  if (isCutFromItsMeaning(said.tokens, place)) {
    const difference = cutFrom(said, place, sentencesAround(said.tokens, place));
    return { verdict: 'altered', ...known, part, share: 1, difference };
  }
  if (modality !== undefined) return { verdict: 'denied', ...known, part };
  if (by.length > 0 && !quotation.speakers.some(({ id }) => by.includes(id))) {
    return { verdict: speaker === null ? 'unattributed' : 'said by another', ...known, part };
  }
  const inMarks = said.tokens.slice(place.first, place.end).every(({ quoted, optional }) => quoted || optional);
  return { verdict: inMarks ? 'exact' : 'reported', ...known, part };
}

const isBy = ({ speaker }: Pick<Quotation, 'speaker'>, ids: readonly EntityId[]): boolean =>
  speaker !== null && ids.includes(speaker);

/** All that a statement says, in one text, with what of it stands in quotation marks. */
function saidWords({ contents, quoted }: Quotation): { text: string; tokens: SaidToken[] } {
  const tokens: SaidToken[] = [];
  let text = '';
  for (const content of contents) {
    const before = text.length === 0 ? '' : `${text} `;
    const here = tokensOf(content.text);
    for (const [index, token] of here.entries()) {
      const last = index === here.length - 1;
      tokens.push({
        text: token.text,
        start: token.start + before.length,
        end: token.end + before.length,
        quoted: isQuoted(content, token, quoted),
        optional: last && (token.text === ',' || (token.text === '.' && content === contents.at(-1))),
      });
    }
    text = before + content.text;
  }
  return { text, tokens };
}

const isQuoted = (content: TextSpan, token: Token, quoted: readonly TextSpan[]): boolean =>
  quoted.some(
    ({ paragraph, start, end }) =>
      paragraph === content.paragraph && start <= content.start + token.start && content.start + token.end <= end,
  );
