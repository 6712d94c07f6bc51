import { z } from 'zod';

/** Half open, UTF-16, in the text of one paragraph, as the product counts. */
const spanSchema = z.strictObject({ paragraph: z.int().min(0), start: z.int().min(0), end: z.int() });

export const KINDS = ['direct', 'mixed', 'indirect'] as const;
export const CUE_KINDS = ['assertion', 'belief', 'intention'] as const;
export const MODALITIES = ['negated', 'hypothetical'] as const;
export const NAME_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'GROUP', 'EVENT', 'PRODUCT', 'WORK'] as const;
/** Why what looks like a statement is none: corpus/GUIDELINES.md. */
export const REASONS = [
  'noun',
  'no-source',
  'no-comment',
  'plan',
  'act',
  'evidence',
  'sense',
  'marks',
  'layout',
] as const;

const statementSchema = z.strictObject({
  kind: z.enum(KINDS),
  cueKind: z.enum(CUE_KINDS),
  /** The saying itself is denied, or only supposed. */
  modality: z.enum(MODALITIES).optional(),
  /** Stands inside another statement of the article. */
  nested: z.literal(true).optional(),
  /** Neither wanted nor wrong: an evaluation without clause and marks. */
  optional: z.literal(true).optional(),
  contents: z.array(spanSchema).min(1),
  cue: spanSchema.nullable(),
  source: spanSchema.nullable(),
  /** Ids of entities; none where the article names nobody. */
  speakers: z.array(z.string()),
});

/** One article of the corpus with what a reader marked in it: a line of corpus/tune.jsonl and corpus/held-out.jsonl. */
export const annotatedArticleSchema = z.strictObject({
  id: z.string(),
  split: z.enum(['tune', 'held-out']),
  source: z.string(),
  /** Where the text was taken from. */
  origin: z.string(),
  licence: z.string(),
  attribution: z.string(),
  excerpt: z.literal(true).optional(),
  paragraphs: z.array(z.string().min(1)).min(1),
  statements: z.array(statementSchema),
  lookalikes: z.array(z.strictObject({ reason: z.enum(REASONS), span: spanSchema })),
  /** Names alone, grouped by what they name; `id` is "e1" … within the article. */
  entities: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(NAME_TYPES),
      name: z.string(),
      mentions: z.array(spanSchema).min(1),
    }),
  ),
});

/** A row that the rules list of one sentence, judged by reading: a line of corpus/rows.jsonl. */
export const judgedRowSchema = z.strictObject({
  id: z.string(),
  licence: z.string(),
  text: z.string(),
  contents: z.array(spanSchema).min(1),
  isStatement: z.boolean(),
  /** Rows like it for which it was drawn. */
  weight: z.number().min(1),
});

export type CorpusSpan = z.infer<typeof spanSchema>;
export type AnnotatedStatement = z.infer<typeof statementSchema>;
export type AnnotatedArticle = z.infer<typeof annotatedArticleSchema>;
