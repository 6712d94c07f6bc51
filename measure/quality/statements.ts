import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { analyse } from '../../shared/language/analyse.ts';
import type { Analysis, Entity, Quotation } from '../../shared/language/analysis.ts';
import type { Tagger } from '../../shared/language/document.ts';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import type { Measure } from './measure.ts';
import { foundByRulesAlone } from './rules-alone.ts';
import { annotatedArticleSchema, KINDS, type AnnotatedArticle, type CorpusSpan } from './statement-corpus.ts';
import {
  isWanted,
  judge,
  judgementFigures,
  verdictOf,
  scoreStatements,
  type ComparedArticle,
  type Listed,
  type StatementScores,
} from './statement-measure.ts';
import { cachedTagger } from './tagged.ts';

/** Lower bounds of the bands of confidence; the last one is open. */
const BANDS = [0, 0.3, 0.5, 0.7, 0.8, 0.9] as const;

/** Below it, a deployment does not write by default. */
const LEAST = 0.3;

/** Finds what is listed of an article. */
type Find = (article: Article, tag: Tagger) => Promise<Pick<Analysis, 'entities' | 'quotations'>>;

/**
 * What the product lists, and beside it what the rules alone find, against the statements of the project's own corpus: `GOLD` is the folder corpus/. It reads
 * the half to tune on; the other one with --held-out alone, and then gives totals, never the statements.
 */
export const evaluateStatements: Measure = async (folder, { out, heldOut = false }) => {
  if (heldOut && out !== undefined)
    throw new Error(
      '--out would show statements of the held-out half, which nobody reads while building: leave it out.',
    );
  const articles = await readHalf(folder, heldOut ? 'held-out' : 'tune');
  const compared = await compareAll(articles, analyse);
  const byRules = await compareAll(articles, foundByRulesAlone);
  if (out !== undefined)
    await writeJsonLines(
      out,
      articles.map((article, index) => faults(article, compared[index]!)),
    );
  return [
    `${articles.length} articles, ${heldOut ? 'held out' : 'to tune on'}`,
    ...rows('all', scoreStatements(compared, KINDS)),
    ...KINDS.flatMap((kind) => rows(kind, scoreStatements(compared, [kind]))),
    ...bands(compared),
    ...rows('the rules alone, all', scoreStatements(byRules, KINDS)),
    ...KINDS.flatMap((kind) => rows(`the rules alone, ${kind}`, scoreStatements(byRules, [kind]))),
    figures(byRules),
  ].join('\n');
};

/** The figures of the half to tune on that a gate holds. */
export async function gateStatements(folder: string): Promise<Record<string, number>> {
  const { wanted, foundAt, listed, real, speakers } = scoreStatements(
    await compareAll(await readHalf(folder, 'tune'), analyse),
    KINDS,
  );
  const named = speakers.right + speakers.missing + speakers.wrong;
  return {
    'statements found at 0.8': (100 * foundAt['0.8']) / wanted,
    'statements found at 0.3': (100 * foundAt['0.3']) / wanted,
    'listed that are real': (100 * real) / listed,
    'speaker right': (100 * speakers.right) / named,
    'speaker not wrong': 100 - (100 * speakers.wrong) / named,
  };
}

const readHalf = (folder: string, half: AnnotatedArticle['split']): Promise<AnnotatedArticle[]> =>
  readJsonLines(join(folder, `${half}.jsonl`), annotatedArticleSchema);

async function compareAll(articles: readonly AnnotatedArticle[], find: Find): Promise<ComparedArticle[]> {
  const tag = await cachedTagger();
  const compared: ComparedArticle[] = [];
  for (const article of articles) compared.push(await compare(article, find, tag));
  return compared;
}

async function compare(annotated: AnnotatedArticle, find: Find, tag: Tagger): Promise<ComparedArticle> {
  const article = await parseArticle(Buffer.from(annotated.paragraphs.join('\n\n')));
  const isSame = article.paragraphs.every(({ text }, ordinal) => text === annotated.paragraphs[ordinal]);
  if (!isSame || article.paragraphs.length !== annotated.paragraphs.length)
    throw new Error(`${annotated.id} is read in other paragraphs than it was annotated in.`);
  const names = new Map(annotated.entities.map(({ id, mentions }) => [id, mentions]));
  const { entities, quotations } = await find(article, tag);
  return {
    marked: annotated.statements.map(({ speakers, ...statement }) => ({
      ...statement,
      speakers: speakers.map((id) => names.get(id)!),
    })),
    listed: quotations
      .filter(({ confidence }) => confidence >= LEAST)
      .map((quotation) => toListed(quotation, entities)),
  };
}

function toListed({ kind, contents, modality, confidence, speakers }: Quotation, entities: readonly Entity[]): Listed {
  const namesOf = (speaker: string) =>
    entities.find(({ id }) => id === speaker)?.mentions.filter((mention) => mention.kind === 'name') ?? [];
  return {
    kind,
    contents,
    ...(modality && { modality }),
    confidence,
    speakers: speakers.map(({ id }) => namesOf(id)),
  };
}

/** What was missed, what was listed for nothing and whose speaker is not right, to be read. */
function faults({ id, paragraphs }: AnnotatedArticle, article: ComparedArticle): object {
  const words = (spans: readonly CorpusSpan[]) =>
    spans.map(({ paragraph, start, end }) => paragraphs[paragraph]!.slice(start, end)).join(' … ');
  const { matches, rows } = judge(article);
  const missed = article.marked.filter((one) => isWanted(one) && !matches.some(({ gold }) => gold === one));
  return {
    id,
    missed: missed.map(({ kind, contents }) => ({ kind, words: words(contents) })),
    speakers: matches
      .map(({ gold, found }) => ({ gold, found, verdict: verdictOf(gold, found) }))
      .filter(({ gold, verdict }) => isWanted(gold) && verdict !== 'right' && verdict !== 'rightly null')
      .map(({ gold, found, verdict }) => ({
        verdict,
        annotated: gold.speakers.map((names) => words(names.slice(0, 1))),
        given: found.speakers.map((names) => words(names.slice(0, 1))),
        source: gold.source && words([gold.source]),
        words: words(gold.contents),
      })),
    falselyListed: rows
      .filter(({ isReal }) => isReal === false)
      .map(({ row }) => ({ kind: row.kind, confidence: row.confidence, words: words(row.contents) })),
  };
}

const share = (part: number, whole: number): string =>
  `${whole ? ((100 * part) / whole).toFixed(1) : '-'} % (${part} of ${whole})`;

function rows(name: string, { wanted, foundAt, listed, real, speakers }: StatementScores): string[] {
  const named = speakers.right + speakers.missing + speakers.wrong;
  const unnamed = speakers['rightly null'] + speakers.invented;
  return [
    name,
    `  found at 0.8 ${share(foundAt['0.8'], wanted)}, at 0.3 ${share(foundAt['0.3'], wanted)}`,
    `  listed that are real ${share(real, listed)}`,
    `  speaker named by the text: right ${share(speakers.right, named)}, wrong ${share(speakers.wrong, named)}, null ${share(speakers.missing, named)}`,
    `  speaker not named: null ${share(speakers['rightly null'], unnamed)}`,
  ];
}

const judgedRows = (articles: readonly ComparedArticle[]) =>
  articles.flatMap((article) => judge(article).rows).filter(({ isReal }) => isReal !== undefined);

const figures = (articles: readonly ComparedArticle[]): string =>
  `confidence: ${judgementFigures(judgedRows(articles).map(({ row, isReal }) => [isReal === true, row.confidence]))}`;

function bands(articles: readonly ComparedArticle[]): string[] {
  const judged = judgedRows(articles);
  const inBands = BANDS.map((from, index) => {
    const within = judged.filter(
      ({ row }) => row.confidence >= from && row.confidence < (BANDS[index + 1] ?? Number.POSITIVE_INFINITY),
    );
    const real = within.filter(({ isReal }) => isReal).length;
    return `  confidence from ${from.toFixed(1)}: real ${share(real, within.length)}`;
  });
  return [figures(articles), ...inBands];
}
