import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { list, ordinal } from '../article/article.ts';
import { type Entity, entityId, type Quotation } from '../language/analysis.ts';

const speakers = list(entityId);

/**
 * What a version of an article told, as far as the next one is compared with it: no words, for they may have been taken
 * back.
 */
export const digest = z.object({
  statements: z.array(
    z.object({
      ordinal,
      speakers,
      /** Of the words alone. */
      words: z.string(),
      /** Of who said them, and how. */
      attribution: z.string(),
    }),
  ),
  /** By the id of the entity: of its names and of what it is. */
  names: z.record(z.string(), z.string()),
});
export type Digest = Readonly<z.output<typeof digest>>;

const statement = z.object({ ordinal, speakers });
const alteredStatement = z.object({
  ...statement.shape,
  was: ordinal.check(z.describe('Its ordinal in the version that is replaced.')),
});

/** How a version differs from the one that it replaces. */
export const changes = z.object({
  statements: z.object({
    added: z.array(statement).check(z.describe('In this version alone.')),
    altered: z
      .array(alteredStatement)
      .check(z.describe('The same words said by others or otherwise, or other words of the same speakers.')),
    removed: z.array(statement).check(z.describe('By the ordinals of the version that is replaced.')),
  }),
  names: z.object({
    added: z.array(entityId),
    altered: z.array(entityId).check(z.describe('Named otherwise, or known to be another.')),
    removed: z.array(entityId),
  }),
});
export type Changes = Readonly<z.output<typeof changes>>;

/** Some 64 bits tell the statements of an article apart. */
const HASH_LETTERS = 11;

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, HASH_LETTERS);

const speakersOf = ({ speakers }: Quotation): string[] => [...new Set(speakers.map(({ id }) => id))];

/** Dates and amounts are no names: `entities` are those with a row of their own. */
export const digestOf = (entities: readonly Entity[], quotations: readonly Quotation[]): Digest => ({
  statements: quotations.map((quotation) => ({
    ordinal: quotation.ordinal,
    speakers: speakersOf(quotation),
    words: hashOf(quotation.contents.map(({ text }) => text)),
    attribution: hashOf([quotation.kind, quotation.cueKind, quotation.modality, quotation.speakers]),
  })),
  names: Object.fromEntries(
    entities.map(({ id, name, aliases, countryCode, wikidata, geonames }) => [
      id,
      hashOf([name, [...aliases].sort(), countryCode, wikidata, geonames]),
    ]),
  ),
});

/**
 * Statements that say the same are found wherever they stand; of the others those of the same words, then those of the same
 * speakers, in the order of the text, are one that was altered.
 */
export function changesBetween(before: Digest, after: Digest): Changes {
  const old = new Set(before.statements);
  const fresh = new Set(after.statements);
  const pairs = (signature: (statement: Digest['statements'][number]) => string | undefined) => {
    const waiting = new Map<string, Digest['statements'][number][]>();
    for (const statement of old) {
      const sign = signature(statement);
      if (sign !== undefined) waiting.set(sign, [...(waiting.get(sign) ?? []), statement]);
    }
    return [...fresh].flatMap((statement) => {
      const was = waiting.get(signature(statement) ?? '')?.shift();
      if (!was) return [];
      old.delete(was);
      fresh.delete(statement);
      return [{ ordinal: statement.ordinal, was: was.ordinal, speakers: statement.speakers }];
    });
  };
  pairs(({ words, attribution }) => `${words} ${attribution}`);
  const altered = [
    ...pairs(({ words }) => words),
    ...pairs(({ speakers }) => (speakers.length > 0 ? speakers.join(' ') : undefined)),
  ].sort((one, other) => one.ordinal - other.ordinal);
  const named = ({ ordinal, speakers }: Digest['statements'][number]) => ({ ordinal, speakers });
  return {
    statements: { added: [...fresh].map(named), altered, removed: [...old].map(named) },
    names: {
      added: Object.keys(after.names).filter((id) => !(id in before.names)),
      altered: Object.keys(after.names).filter((id) => id in before.names && before.names[id] !== after.names[id]),
      removed: Object.keys(before.names).filter((id) => !(id in after.names)),
    },
  };
}
