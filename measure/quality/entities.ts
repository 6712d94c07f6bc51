import { z } from 'zod';
import { ENTITY_TYPES, type EntityType, type SplitSentence } from '../../shared/language/document.ts';
import { splitSentences } from '../../shared/language/2-sentences/split-sentences.ts';
import { errorTable, type Compared } from './error-kinds.ts';
import { placeWords } from './given-words.ts';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import { SpanScore, type Measure } from './measure.ts';
import { cachedTagger } from './tagged.ts';

const recordSchema = z.object({
  id: z.string(),
  tokens: z.array(z.string()),
  entities: z.array(z.tuple([z.int(), z.int(), z.string()])),
  /** First token of each sentence. */
  sents: z.array(z.int()).optional(),
});
type AnnotatedRecord = z.infer<typeof recordSchema>;

/** Our type for each type of the corpora; a facility is a place. The others have no counterpart and are left out. */
const SOURCE_TYPES: Readonly<Partial<Record<EntityType, string>>> = {
  PERSON: 'PER per person politician Person PERSON',
  ORGANIZATION:
    'ORG org organization Organisation organisation politicalparty corporation group Organization ORGANIZATION',
  LOCATION: 'LOC geo place location country Location GPE LOCATION FAC Facility FACILITY',
  GROUP: 'gpe NORP Nationality NATIONALITY_RELIGION_POLITICAL GROUP',
  EVENT: 'eve event election EVENT Event',
  DATE: 'tim time Temporal DATE Date',
  MONEY: 'MONEY Money',
  PRODUCT: 'product PRODUCT Product PRO',
  WORK: 'WORK_OF_ART creative-work WORK',
};
const typeOf = new Map(
  ENTITY_TYPES.flatMap((type) =>
    (SOURCE_TYPES[type] ?? '').split(' ').map((source): [string, EntityType] => [source, type]),
  ),
);

const NAMES: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

interface Span {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
}

/** Strict spans over given tokens, for the types that the gold file annotates at all; with --kinds what the errors consist of. */
export const evaluateEntities: Measure = async (goldFile, { out, kinds = false }) => {
  const records = await readJsonLines(goldFile, recordSchema);
  const annotated = new Set(records.flatMap((record) => goldSpans(record).map(({ type }) => type)));
  const byType = new Map(ENTITY_TYPES.filter((type) => annotated.has(type)).map((type) => [type, new SpanScore()]));
  const names = new SpanScore();
  const all = new SpanScore();

  const tag = await cachedTagger();
  const predictions: unknown[] = [];
  const compared: Compared[] = [];
  for (const record of records) {
    const spans = spansOf(await tag(sentencesOf(record)));
    for (const [type, score] of byType) {
      const gold = new Set(keysOf(goldSpans(record), type));
      const found = keysOf(spans, type);
      const counts = [found.filter((key) => gold.has(key)).length, found.length, gold.size] as const;
      for (const total of NAMES.includes(type) ? [score, names, all] : [score, all]) total.add(...counts);
    }
    const { id, tokens } = record;
    compared.push({ tokens, found: spans, gold: allGoldSpans(record) });
    predictions.push({ id, tokens, entities: spans.map(({ first, end, type }) => [first, end, type]) });
  }

  if (out !== undefined) await writeJsonLines(out, predictions);
  return [
    ...[...byType].toSorted().map(([type, score]) => score.row(type)),
    all.row('micro'),
    names.row('P, O, L'),
    ...(kinds ? [errorTable(compared, [...byType.keys()])] : []),
  ].join('\n');
};

function sentencesOf({ tokens, sents }: AnnotatedRecord): SplitSentence[] {
  const words = placeWords(tokens);
  const sentences = sents
    ? sents.map((start, index) => words.slice(start, sents[index + 1]))
    : splitSentences(words, tokens.join(' '));
  return sentences.map((sentence) => ({ paragraph: 0, words: sentence }));
}

function spansOf(sentences: Awaited<ReturnType<Awaited<ReturnType<typeof cachedTagger>>>>): Span[] {
  let offset = 0;
  return sentences.flatMap(({ tokens, names }) => {
    const start = offset;
    offset += tokens.length;
    return names.map(({ type, first, end }) => ({ type, first: first + start, end: end + start }));
  });
}

const allGoldSpans = ({ entities }: AnnotatedRecord) =>
  entities.map(([first, end, source]) => ({ first, end, type: typeOf.get(source) }));

const goldSpans = (record: AnnotatedRecord): Span[] =>
  allGoldSpans(record).flatMap(({ type, ...span }) => (type === undefined ? [] : [{ ...span, type }]));

const keysOf = (spans: readonly Span[], type: EntityType): string[] =>
  spans.filter((span) => span.type === type).map(({ first, end }) => `${first} ${end}`);
