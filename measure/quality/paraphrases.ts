import { join } from 'node:path';
import { analyse } from '../../shared/language/analyse.ts';
import type { Tagger } from '../../shared/language/document.ts';
import { readJsonLines } from './json-lines.ts';
import { overlapOf } from './match-statements.ts';
import type { Measure } from './measure.ts';
import { MARKED_FORMS, PLAIN_FORMS, type Form, type Saying } from './paraphrase-forms.ts';
import { annotatedArticleSchema, type AnnotatedArticle, type AnnotatedStatement } from './statement-corpus.ts';
import { cachedTagger } from './tagged.ts';

/** Verbs that can be put for one another. */
const SAYS = /^(?:said|says|told reporters|added|announced)$/u;
/** Somebody by name or description, who can open a sentence: no pronoun, no aside. */
const SOURCE = /^(?!(?:He|She|It|They|This|That|These|Those)\b)(?:\p{Lu}|the |an? )[^,“”"]{0,60}$/u;
/** Fewest characters of a whole clause. */
const SHORTEST = 30;
/** From which share of its characters on a statement is the same: its end stop may be counted. */
const SAME = 0.9;

/**
 * Says each plain statement of the half to tune on in other forms of news, and counts how often it is listed with the
 * same words: `GOLD` is the folder corpus/. What is listed in one form and not in another is a gap of the rules.
 * --verbose prints what is missing.
 */
export const evaluateParaphrases: Measure = async (folder, { verbose = false }) => {
  const { sayings, forms } = await paraphrase(folder);
  const lines = forms.flatMap(({ form, missing }) => [
    row(form.name, sayings.length - missing.length, sayings.length),
    ...(verbose ? missing.map((text) => `    ${text}`) : []),
  ]);
  return [
    `${sayings.length} statements, in ${forms.length} forms`,
    ...lines,
    row('all forms', listedOf(forms, sayings), sayings.length * forms.length),
  ].join('\n');
};

/** The figure that a gate holds. */
export async function gateParaphrases(folder: string): Promise<Record<string, number>> {
  const { sayings, forms } = await paraphrase(folder);
  return { 'listed in any form': (100 * listedOf(forms, sayings)) / (sayings.length * forms.length) };
}

/** A form with what is not listed in it. */
interface Tried {
  readonly form: Form;
  readonly missing: readonly string[];
}

async function paraphrase(folder: string): Promise<{ sayings: Saying[]; forms: Tried[] }> {
  const sayings = (await readJsonLines(join(folder, 'tune.jsonl'), annotatedArticleSchema)).flatMap(sayingsOf);
  const tag = await cachedTagger();
  const forms: Tried[] = [];
  for (const form of [...PLAIN_FORMS, ...MARKED_FORMS]) {
    const missing: string[] = [];
    for (const saying of sayings) if (!(await isListed(form, saying, tag))) missing.push(form.write(saying));
    forms.push({ form, missing });
  }
  return { sayings, forms };
}

const listedOf = (forms: readonly Tried[], sayings: readonly Saying[]): number =>
  forms.reduce((sum, { missing }) => sum + sayings.length - missing.length, 0);

const row = (name: string, listed: number, all: number): string =>
  `  ${name.padEnd(22)} listed ${((100 * listed) / all).toFixed(1)} % (${listed} of ${all})`;

/** The statements of an article that can be said in any form. */
function sayingsOf({ paragraphs, statements }: AnnotatedArticle): Saying[] {
  const words = (span: AnnotatedStatement['source']) =>
    span ? (paragraphs[span.paragraph]?.slice(span.start, span.end) ?? '') : '';
  return statements.flatMap(({ kind, contents: [content, ...others], cue, source, modality }) => {
    if (kind !== 'indirect' || modality || !content || others.length > 0 || !SAYS.test(words(cue))) return [];
    const saying = { source: words(source), content: words(content).replace(/^that |[.,]$/gu, '') };
    return SOURCE.test(saying.source) && saying.content.length >= SHORTEST ? [saying] : [];
  });
}

async function isListed(form: Form, saying: Saying, tag: Tagger): Promise<boolean> {
  const text = form.write(saying);
  const start = text.toLowerCase().indexOf(saying.content.toLowerCase());
  const said = { contents: [{ paragraph: 0, start, end: start + saying.content.length }] };
  const { quotations } = await analyse({ bylines: [], paragraphs: [{ ordinal: 0, text }] }, tag);
  return quotations.some((quotation) => overlapOf(said, quotation) >= SAME);
}
