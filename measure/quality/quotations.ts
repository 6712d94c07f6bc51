import { z } from 'zod';
import type { EntityIndex } from '../../shared/language/5-entities/entity-index.ts';
import { findEntities } from '../../shared/language/5-entities/find-entities.ts';
import { RULES, ruleOf } from '../../shared/language/6-quotations/rules.ts';
import { explainQuotations, findQuotations } from '../../shared/language/7-assemble/find-quotations.ts';
import { isTurnRule } from '../../shared/language/6-quotations/rules/interviews.ts';
import type { Quotation } from '../../shared/language/analysis.ts';
import { annotate } from '../../shared/language/annotate.ts';
import type { AnnotatedDocument } from '../../shared/language/annotated.ts';
import type { Span, TextSpan } from '../../shared/article/article.ts';
import { calibration } from './calibration.ts';
import { falsePositives, indirectSpeech, onlyIndirectSpeech, onlySpeech } from './indirect-speech.ts';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import type { Measure } from './measure.ts';
import { tagPassage } from './passage.ts';
import {
  scoreQuotations,
  type AnnotatedPassage,
  type AnnotatedQuotation,
  type Offsets,
  type QuotationKind,
  type QuotationScores,
  type Score,
} from './quotation-measure.ts';
import { cachedTagger } from './tagged.ts';

const offsetsSchema = z.array(z.tuple([z.int(), z.int()]));
const passageSchema = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(
    z.object({
      content: offsetsSchema,
      cue: offsetsSchema.nullable(),
      source: offsetsSchema.nullable(),
      speaker: z.string().nullable(),
      kind: z.enum(['direct', 'mixed', 'indirect']),
    }),
  ),
});

const KINDS: readonly (readonly QuotationKind[])[] = [['direct', 'mixed', 'indirect'], ['direct', 'mixed'], ['direct']];

/** A prediction in the corpora's format. */
export interface PredictedQuotation extends AnnotatedQuotation {
  readonly rule: string;
  readonly confidence: number;
}

interface Tagged {
  readonly document: AnnotatedDocument;
  readonly entities: EntityIndex;
  readonly toOffsets: (span: Span) => Offsets;
}

/** Quotations against annotated ones: spans by role, found ones with the right source, calibration of the confidence. */
export const evaluateQuotations: Measure = async (goldFile, { out, without, ablation }) => {
  if (without !== undefined) ruleOf(without);
  const gold = await readGold(goldFile);
  const tagged = await tagAll(gold);
  if (ablation) return ablate(gold, tagged);
  const predicted = predict(tagged, without);
  if (out !== undefined) {
    await writeJsonLines(
      out,
      gold.map(({ id, text }) => ({ id, text, quotes: predicted.get(id)! })),
    );
  }
  return [
    ...KINDS.flatMap((kinds) => [kinds.join(' + '), ...rows(scoreQuotations(gold, predicted, kinds))]),
    ...rowsOfSpeech(gold, predicted, withNouns(tagged, predicted)),
    ...calibration(gold, predicted),
  ].join('\n');
};

/** What the gate holds, in percent: direct and mixed ones, found at 0.8 with the right source; of all kinds, found at 0.3. */
export async function gateQuotations(goldFile: string): Promise<Record<string, number>> {
  const gold = await readGold(goldFile);
  const predicted = predict(await tagAll(gold));
  const { '0.8': marked } = scoreQuotations(gold, predicted, ['direct', 'mixed']).found;
  const { '0.3': all } = scoreQuotations(gold, predicted, ['direct', 'mixed', 'indirect']).found;
  return {
    'direct and mixed, found': 100 * marked.f1,
    'direct and mixed, source right': 100 * marked.source,
    'all kinds, recall': 100 * all.recall,
    'all kinds, precision': 100 * all.precision,
  };
}

/** Words between two doubled apostrophes, which the corpora call indirect where an apostrophe stands among them ("''we can't''"). */
const IN_APOSTROPHES = /''(?:(?!'')[^\n])+''/u;

async function readGold(file: string): Promise<AnnotatedPassage[]> {
  const gold = await readJsonLines(file, passageSchema);
  return gold.map(({ id, text, quotes }) => {
    const characters = Array.from(text);
    const textOf = (spans: readonly Offsets[]) =>
      spans.map(([start, end]) => characters.slice(start, end).join('')).join(' ');
    return {
      id,
      text,
      quotes: quotes.map((quotation) =>
        quotation.kind === 'indirect' && IN_APOSTROPHES.test(textOf(quotation.content))
          ? { ...quotation, kind: 'mixed' as const }
          : quotation,
      ),
    };
  });
}

async function tagAll(gold: readonly AnnotatedPassage[]): Promise<Map<string, Tagged>> {
  const tag = await cachedTagger();
  const tagged = new Map<string, Tagged>();
  for (const { id, text } of gold) {
    const { document: parsed, starts } = await tagPassage(text, tag);
    const document = annotate(parsed);
    tagged.set(id, { document, entities: findEntities(document), toOffsets: codePoints(text, starts) });
  }
  return tagged;
}

function predict(tagged: ReadonlyMap<string, Tagged>, without?: string): Map<string, PredictedQuotation[]> {
  const left = new Set(without === undefined ? [] : [without]);
  return new Map(
    [...tagged].map(([id, { document, entities, toOffsets }]) => [
      id,
      innermostFirst(findQuotations(document, entities, left)).map((quotation) => toPrediction(quotation, toOffsets)),
    ]),
  );
}

/** What is listed, and what is dropped as a noun alone ("condemned the attack"), which annotators count as an attribution. */
function withNouns(
  tagged: ReadonlyMap<string, Tagged>,
  listed: ReadonlyMap<string, readonly PredictedQuotation[]>,
): Map<string, PredictedQuotation[]> {
  return new Map(
    [...tagged].map(([id, { document, entities, toOffsets }]) => {
      const nouns = explainQuotations(document, entities).filter(({ unlisted }) => unlisted === 'noun');
      const dropped = nouns.map(({ quotation }) => toPrediction({ ...quotation, ordinal: 0 }, toOffsets));
      return [id, [...listed.get(id)!, ...dropped]];
    }),
  );
}

function rowsOfSpeech(
  gold: readonly AnnotatedPassage[],
  predicted: ReadonlyMap<string, readonly PredictedQuotation[]>,
  andNouns: ReadonlyMap<string, readonly PredictedQuotation[]>,
): string[] {
  const speech = new Map(gold.map(({ id, text }) => [id, indirectSpeech(text, predicted.get(id)!)]));
  const { roles, found } = scoreQuotations(gold.map(onlyIndirectSpeech), speech, ['indirect']);
  const all = scoreQuotations(gold.map(onlySpeech), predicted, ['direct', 'mixed', 'indirect']).found['0.3'];
  const known = scoreQuotations(gold.map(onlySpeech), andNouns, ['direct', 'mixed', 'indirect']).found['0.3'];
  const statements = all.recall / (1 - (known.recall - all.recall));
  const { strings, taken } = falsePositives(gold, predicted);
  return [
    `indirect, with a cue of saying: content characters ${prf(roles.content.characters)} | found at 0.3 ${prf(found['0.3'])} | source ${percent(found['0.3'].source)}`,
    `all kinds, with a cue of saying: found at 0.3 R ${percent(all.recall)}, without nouns alone, which are no statements, R ${percent(statements)}`,
    `strings in marks that are no quotation: ${strings}, taken for one ${taken} (${percent(taken / Math.max(1, strings))}%)`,
  ];
}

/** What each rule gives: the scores without it. */
function ablate(gold: readonly AnnotatedPassage[], tagged: ReadonlyMap<string, Tagged>): string {
  const row = (name: string, without?: string): string => {
    const predicted = predict(tagged, without);
    const marked = scoreQuotations(gold, predicted, ['direct', 'mixed']);
    const all = scoreQuotations(gold, predicted, ['direct', 'mixed', 'indirect']);
    const figures = [
      marked.found['0.8'].f1,
      marked.found['0.8'].source,
      marked.roles.content.exact.f1,
      all.found['0.3'].f1,
    ];
    return `${name.padEnd(24)} ${figures.map((figure) => percent(figure).padStart(6)).join(' ')}`;
  };
  return [
    `${'without'.padEnd(24)} direct + mixed: found at 0.8 F1, source, content exact F1; all kinds: found at 0.3 F1`,
    row('-'),
    ...RULES.map(({ id }) => row(id, id)),
  ].join('\n');
}

/** The measure takes the first of predictions that cover a quotation equally: the one nearest to it in size. */
function innermostFirst(quotations: readonly Quotation[]): Quotation[] {
  const length = ({ contents }: Quotation) => contents.reduce((sum, { start, end }) => sum + end - start, 0);
  return quotations.toSorted((a, b) => length(a) - length(b));
}

/** From UTF-16 offsets in a paragraph to code points in the passage. */
function codePoints(text: string, starts: readonly number[]): (span: Span) => Offsets {
  const isPlain = !/[\u{10000}-\u{10ffff}]/u.test(text);
  const at = (offset: number) => (isPlain ? offset : Array.from(text.slice(0, offset)).length);
  return ({ paragraph, start, end }) => [at(starts[paragraph]! + start), at(starts[paragraph]! + end)];
}

function toPrediction(quotation: Quotation, toOffsets: (span: Span) => Offsets): PredictedQuotation {
  const { contents, cue, source, speakerName, kind, rule, confidence } = quotation;
  return {
    content: runs(contents.map(toOffsets)),
    cue: cue && [toOffsets(cue)],
    source: source && [toOffsets(source)],
    speaker: speakerName ?? null,
    kind: isTurnRule(rule) || kind === 'indirect' ? kindByMarks(contents) : kind,
    rule,
    confidence,
  };
}

/** The corpora tell kinds by marks alone: for a turn of an interview as well, and for words with a title in marks. */
const kindByMarks = (contents: readonly TextSpan[]): QuotationKind =>
  contents.some(({ text }) => /["“”«»‘]/u.test(text)) ? 'mixed' : 'indirect';

/** The corpora have one span where nothing but the line's end parts two pieces, and two only around other words. */
function runs(pieces: readonly Offsets[]): Offsets[] {
  const joined: Offsets[] = [];
  for (const [start, end] of pieces) {
    const last = joined.at(-1);
    if (last && start === last[1] + LINE_END) joined[joined.length - 1] = [last[0], end];
    else joined.push([start, end]);
  }
  return joined;
}

/** Characters between two paragraphs of a passage. */
const LINE_END = 1;

const percent = (share: number): string => (100 * share).toFixed(1);
const prf = ({ precision, recall, f1 }: Score): string =>
  `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`;

function rows({ roles, found }: QuotationScores): string[] {
  return [
    ...Object.entries(roles).map(
      ([role, { exact, begin, characters, gold, predicted }]) =>
        `  ${role.padEnd(8)} exact ${prf(exact)} | begin ${prf(begin)} | characters ${prf(characters)} | gold ${gold} predicted ${predicted}`,
    ),
    ...Object.entries(found).map(
      ([threshold, score]) =>
        `  found at ${threshold} ${prf(score)} | source ${percent(score.source)}${score.name === null ? '' : ` | name ${percent(score.name)}`}`,
    ),
  ];
}
