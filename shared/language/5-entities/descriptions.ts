import { groupBy } from '../group-by.ts';
import type { PersonMention } from './people-in-text.ts';
import type { Role } from './roles.ts';
import type { Tree } from './tree.ts';

/** A role that the text gave to a named person. */
export interface KnownRole {
  readonly person: number;
  readonly role: Role;
}

/** How far back the role may have been told (sentences): later the reader has forgotten it. */
const REMEMBERED = 40;

const IGNORED = new Set(['the', 'this', 'that', 'of', 'to', 'for', "'s", '’s', '-', 'and', 'who', 'then']);

/**
 * "the national security advisor" after "national security advisor Jake Sullivan": a definite description whose noun one
 * person alone in the article bears, and whose other words were all said of that person.
 */
export function resolveDescriptions(
  mentions: readonly PersonMention[],
  roles: readonly KnownRole[],
  trees: readonly Tree[],
): PersonMention[] {
  const inOrder = [...roles].sort((a, b) => a.role.sentence - b.role.sentence);
  const byOffice = groupBy(inOrder, ({ role }) => officeAt(trees[role.sentence]!, role.noun));
  // An office that two people bear tells nothing.
  const bearers = new Map(
    [...byOffice].filter(([, known]) => known.every(({ person }) => person === known[0]!.person)),
  );
  return mentions.map((mention) => {
    if (mention.kind !== 'description') return mention;
    const person = personDescribed(mention, bearers, trees);
    return person === undefined ? mention : { ...mention, person };
  });
}

function personDescribed(
  mention: PersonMention,
  bearers: ReadonlyMap<string, readonly KnownRole[]>,
  trees: readonly Tree[],
): number | undefined {
  const tree = trees[mention.sentence]!;
  if (!/^(?:the|this|that)$/i.test(tree.tokens[mention.first]!.text) || isSpecified(tree, mention.head))
    return undefined;
  const known = bearers.get(officeAt(tree, mention.head)) ?? [];
  const last = known.findLast(({ role }) => role.sentence <= mention.sentence);
  if (!last || mention.sentence - last.role.sentence > REMEMBERED) return undefined;
  const first = known[0]!;
  const words = new Set([first, last].flatMap(({ role }) => wordsOf(trees[role.sentence]!, role.first, role.end)));
  return wordsOf(tree, mention.first, mention.end).every((word) => words.has(word)) ? last.person : undefined;
}

/** A prime minister is no minister, a vice president no president. */
function officeAt({ tokens }: Tree, noun: number): string {
  const before = tokens[noun - 1]?.text.toLowerCase() ?? '';
  const rank = before === '-' ? (tokens[noun - 2]?.text.toLowerCase() ?? '') : before;
  const office = tokens[noun]!.text.toLowerCase();
  return /^(?:prime|vice|deputy|assistant|former)$/.test(rank) ? `${rank} ${office}` : office;
}

/** "the president of the club", "the officer who fired": another one may be meant; "the U.S. Attorney's Office" is nobody. */
const isSpecified = ({ tokens, children }: Tree, noun: number): boolean =>
  children[noun]!.some((child) => child > noun && /^(?:nmod|acl|conj|appos)/.test(tokens[child]!.relation)) ||
  (tokens[noun]!.relation === 'nmod:poss' && tokens[tokens[noun]!.head]?.text === 'Office');

const wordsOf = ({ tokens }: Tree, first: number, end: number): string[] =>
  tokens
    .slice(first, end)
    .map(({ text }) => text.toLowerCase())
    .filter((word) => !IGNORED.has(word));
