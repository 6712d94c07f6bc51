import type { Token, TokenSpan } from '../annotated.ts';
import { groupBy } from '../group-by.ts';
import type { PersonMention } from './people-in-text.ts';
import type { Role } from './roles.ts';

/** A role that the text gave to a named person. */
export interface KnownRole {
  readonly person: number;
  readonly role: Role;
}

/** How far back the role may have been told (sentences): later the reader has forgotten it. */
const REMEMBERED_DESCRIPTIONS = 40;

const IGNORED = new Set(['the', 'this', 'that', 'of', 'to', 'for', "'s", '-', 'and', 'who', 'then']);

/**
 * "the national security advisor" after "national security advisor Jake Sullivan": a definite description whose noun one
 * person alone in the article bears, and whose other words were all said of that person.
 */
export function resolveDescriptions(mentions: readonly PersonMention[], roles: readonly KnownRole[]): PersonMention[] {
  const inOrder = [...roles].sort((a, b) => a.role.sentence - b.role.sentence);
  const byOffice = groupBy(inOrder, ({ role }) => officeAt(role.noun));
  // An office that two people bear tells nothing.
  const bearers = new Map(
    [...byOffice].filter(([, known]) => known.every(({ person }) => person === known[0]?.person)),
  );
  return mentions.map((mention) => {
    const person = mention.kind === 'description' ? personDescribed(mention, bearers) : undefined;
    return person === undefined ? mention : { ...mention, person };
  });
}

function personDescribed(
  { sentence, span, head }: PersonMention,
  bearers: ReadonlyMap<string, readonly KnownRole[]>,
): number | undefined {
  if (!/^(?:the|this|that)$/.test(span.first.lower) || isSpecified(head)) return undefined;
  const known = bearers.get(officeAt(head)) ?? [];
  const last = known.findLast(({ role }) => role.sentence <= sentence);
  if (!last || sentence - last.role.sentence > REMEMBERED_DESCRIPTIONS) return undefined;
  const words = new Set([...known.slice(0, 1), last].flatMap(({ role }) => wordsOf(role.span)));
  return wordsOf(span).every((word) => words.has(word)) ? last.person : undefined;
}

/** A prime minister is no minister, a vice president no president. */
function officeAt({ lower: office, previous }: Token): string {
  const rank = (previous?.lower === '-' ? previous.previous?.lower : previous?.lower) ?? '';
  return /^(?:prime|vice|deputy|assistant|former)$/.test(rank) ? `${rank} ${office}` : office;
}

/** "the president of the club", "the officer who fired": another one may be meant; "the U.S. Attorney's Office" is nobody. */
const isSpecified = (noun: Token): boolean =>
  noun.children('nmod', 'acl', 'conj', 'appos').some((token) => token.isAfter(noun)) ||
  (noun.subtype === 'poss' && noun.head?.text === 'Office');

const wordsOf = ({ tokens }: TokenSpan): string[] =>
  tokens.map(({ lower }) => lower).filter((word) => !IGNORED.has(word));
