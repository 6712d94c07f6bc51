import { francAll } from 'franc-min';
import type { Paragraph } from '../article/article.ts';

/** Enough to tell a language, little enough to cost nothing (UTF-16 characters). */
const SAMPLE = 3_000;

/** Below this many characters languages of one script are guessed, not told. */
const SHORTEST = 100;

/**
 * English text scores at least 0.94 of the best language on every document of the English treebanks (EWT, GUM, PUD);
 * news in other languages was seen at 0.75 or below.
 */
const ENGLISH_SHARE = 0.9;

/** ISO 639-3 code of the text's language, "und" where the text is too short to tell. Capitals do not matter. */
export function detectLanguage(paragraphs: readonly Paragraph[]): string {
  const sample = sampleOf(paragraphs);
  const ranking = francAll(sample.toLowerCase(), { minLength: hasLatin(sample) ? SHORTEST : 1 });
  const english = ranking.find(([language]) => language === 'eng')?.[1] ?? 0;
  return english >= ENGLISH_SHARE ? 'eng' : ranking[0]![0];
}

/** "The text is French (fra): …", where a language is one that nothing is extracted from. */
export function reasonToSkip(language: string): string | undefined {
  if (language === 'eng' || language === 'und') return undefined;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return `The text is ${name} (${language}): entities and quotations are found in English only; drop a translation.`;
}

function sampleOf(paragraphs: readonly Paragraph[]): string {
  let sample = '';
  for (const { text } of paragraphs) {
    if (sample.length >= SAMPLE) break;
    sample += `${text.slice(0, SAMPLE)}\n`;
  }
  return sample.slice(0, SAMPLE);
}

/** Whether most letters are Latin. */
function hasLatin(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}
