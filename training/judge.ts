/**
 * Learns the weights of the judge (shared/language/7-assemble/judge-weights.ts) from corpus/tune.jsonl and corpus/rows.jsonl:
 *
 *   npx tsx training/judge.ts [--folds]
 *
 * Logistic regression over the candidates without words in marks that the rules list, drawn to what was set by hand; --folds cross-validates by
 * article and writes nothing. The same input gives the same weights.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../shared/article/parse-article.ts';
import { findEntities } from '../shared/language/5-entities/find-entities.ts';
import { explainQuotations } from '../shared/language/7-assemble/find-quotations.ts';
import { touchesMarks } from '../shared/language/7-assemble/confidence.ts';
import { judgedBy, type JudgedBy } from '../shared/language/7-assemble/judge.ts';
import { annotate } from '../shared/language/annotate.ts';
import { split } from '../shared/language/analyse.ts';
import type { Tagger } from '../shared/language/document.ts';
import { readJsonLines } from '../measure/quality/json-lines.ts';
import { overlapOf } from '../measure/quality/match-statements.ts';
import { annotatedArticleSchema, judgedRowSchema } from '../measure/quality/statement-corpus.ts';
import { judge, judgementFigures } from '../measure/quality/statement-measure.ts';
import { cachedTagger } from '../measure/quality/tagged.ts';

const STEPS = 1500;
const RATE = 1.5;
/** How strongly a weight is drawn to what was set by hand. */
const PULL = 0.001;
const FOLDS = 8;
/** A cue that fewer examples have tells nothing. */
const FEWEST = 3;
/** A row and one of the product are the same from this overlap. */
const SAME = 0.3;

/** What was set by hand before. */
const BY_HAND: JudgedBy = {
  rule: 1,
  'source:none': Math.log(0.35),
  'source:pronoun': Math.log(0.9),
  'kind:belief': Math.log(0.6),
  'kind:intention': Math.log(0.6),
  bias: Math.log(0.85),
};

interface Example {
  readonly article: string;
  readonly features: JudgedBy;
  readonly isStatement: boolean;
  readonly weight: number;
}

async function explain(paragraphs: readonly string[], tag: Tagger) {
  const article = await parseArticle(Buffer.from(paragraphs.join('\n\n')));
  const document = annotate({
    paragraphs: article.paragraphs,
    sentences: await tag(article.paragraphs.flatMap(split)),
  });
  return explainQuotations(document, findEntities(document)).filter(({ unlisted }) => unlisted === undefined);
}

async function fromArticles(tag: Tagger): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { id, paragraphs, statements } of await readJsonLines('corpus/tune.jsonl', annotatedArticleSchema)) {
    const explained = await explain(paragraphs, tag);
    const listed = explained.map(({ quotation }) => ({ ...quotation, speakers: [] }));
    const { rows } = judge({ marked: statements.map((one) => ({ ...one, speakers: [] })), listed });
    for (const [index, { isReal }] of rows.entries())
      if (isReal !== undefined && !touchesMarks(explained[index]!.attribution))
        examples.push({
          article: id,
          features: judgedBy(explained[index]!.attribution),
          isStatement: isReal,
          weight: 1,
        });
  }
  return examples;
}

async function fromRows(tag: Tagger): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { id, text, contents, isStatement, weight } of await readJsonLines('corpus/rows.jsonl', judgedRowSchema)) {
    const found = (await explain([text], tag)).find(({ quotation }) => overlapOf(quotation, { contents }) >= SAME);
    if (found && !touchesMarks(found.attribution))
      examples.push({ article: id, features: judgedBy(found.attribution), isStatement, weight: Math.min(weight, 6) });
  }
  return examples;
}

const probability = (weights: ReadonlyMap<string, number>, features: JudgedBy): number =>
  1 /
  (1 + Math.exp(-Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0)));

/** The examples without what hardly any of them has. */
function withoutRare(examples: readonly Example[]): Example[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of Object.keys(features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return examples.map((example) => ({
    ...example,
    features: Object.fromEntries(Object.entries(example.features).filter(([name]) => counts.get(name)! >= FEWEST)),
  }));
}

/** Gradient descent, whose rate falls to nothing. */
function train(all: readonly Example[]): Map<string, number> {
  const examples = withoutRare(all);
  const weights = new Map(Object.entries(BY_HAND));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map<string, number>();
    for (const { features, isStatement, weight } of examples) {
      const error = (weight / total) * (Number(isStatement) - probability(weights, features));
      for (const [name, value] of Object.entries(features)) slope.set(name, (slope.get(name) ?? 0) + error * value);
    }
    for (const [name, up] of slope) {
      const now = weights.get(name) ?? 0;
      weights.set(name, now + RATE * (1 - step / STEPS) * (up - PULL * (now - (BY_HAND[name] ?? 0))));
    }
  }
  return weights;
}

const tag = await cachedTagger();
const articles = await fromArticles(tag);
const rows = await fromRows(tag);
const foldOf = ({ article }: Example): number => createHash('sha256').update(article).digest().readUInt8(0) % FOLDS;
const byHand = new Map(Object.entries(BY_HAND));

if (process.argv.includes('--folds')) {
  for (const [name, examples] of [
    ['articles', articles],
    ['rows', rows],
  ] as const) {
    const learnt = examples.map((example) => [example, foldOf(example)] as const);
    const models = Array.from({ length: FOLDS }, (_, fold) =>
      train([...articles, ...rows].filter((one) => foldOf(one) !== fold)),
    );
    console.log(
      name,
      'by hand:',
      judgementFigures(examples.map(({ isStatement, features }) => [isStatement, probability(byHand, features)])),
    );
    console.log(
      name,
      'learnt: ',
      judgementFigures(
        learnt.map(([{ isStatement, features }, fold]) => [isStatement, probability(models[fold]!, features)]),
      ),
    );
  }
} else {
  const lines = [...train([...articles, ...rows])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `  ${/^[a-z]+$/i.test(name) ? name : `'${name}'`}: ${weight.toFixed(3)},`);
  writeFileSync(
    join(import.meta.dirname, '../shared/language/7-assemble/judge-weights.ts'),
    `/** Generated by training/judge.ts from corpus/tune.jsonl and corpus/rows.jsonl; do not edit. Names as in judge.ts. */
export const JUDGE_WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`,
  );
}
