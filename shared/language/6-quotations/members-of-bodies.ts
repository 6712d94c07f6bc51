import { wordSet } from '../lexicon/closed-classes.ts';

/** Members, and what they sit in. */
const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    mps: wordSet('committee'),
    lawmakers: wordSet('committee'),
    peers: wordSet('committee'),
    judges: wordSet('court tribunal'),
    justices: wordSet('court'),
    councillors: wordSet('council'),
    commissioners: wordSet('commission'),
  }),
);

/** `The committee said …. The MPs found …`: a body that speaks is also called by its members. */
export const isCalledByMembers = (name: readonly string[], noun: string): boolean =>
  name.some((word) => MEMBERS.get(noun)?.has(word));
