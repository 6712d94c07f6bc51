import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { isPeopleNoun, isPersonNoun } from './lexicon/people.ts';

/** Names of months and days that are names of people, too. */
const MONTHS = /^(?:April|May|June|August|Friday|Monday|Sunday)$/;

/** Prepositions before one whom something is about or done with: not "by May", "in May". */
const ABOUT_SOMEBODY = /^(?:about|against|for|to|with|behind)$/;

/** "Labour asked May to resign" in an article that names Teresa May, "Cuban said" in one of Mark Cuban: a month does nothing and is asked nothing, a people has no singular without an article. */
export function withSurnamesThatAreWords(sentences: readonly Sentence[]): Sentence[] {
  const bearers = new Set(sentences.flatMap(({ tokens, names }) => names.flatMap((name) => surnameIn(tokens, name))));
  return sentences.map((sentence) => ({
    ...sentence,
    names: sentence.names.map((name) =>
      isWord(sentence.tokens, name) &&
      bearers.has(sentence.tokens[name.first]?.text ?? '') &&
      acts(sentence.tokens, name)
        ? { ...name, type: 'PERSON' as const }
        : name,
    ),
  }));
}

const surnameIn = (tokens: readonly Token[], { type, first, end }: TaggedName): string[] =>
  type === 'PERSON' && end - first > 1 ? [tokens[end - 1]?.text ?? ''] : [];

/** A month, a day or a people; not "the Cuban". */
function isWord(tokens: readonly Token[], { type, first, end }: TaggedName): boolean {
  if (end - first !== 1) return false;
  if (type === 'DATE') return MONTHS.test(tokens[first]?.text ?? '');
  // "Democrats" are many.
  if (type !== 'GROUP' || (tokens[first]?.text ?? '').endsWith('s')) return false;
  return !/^(?:an?|the|one|another|this|that|every|no)$/iu.test(tokens[first - 1]?.text ?? '');
}

/** Whether somebody stands at the place of a name: a subject, an object, whose critics, with whom. */
function acts(tokens: readonly Token[], name: TaggedName): boolean {
  const { head, headIndex, governor, after } = new SentenceSpan(tokens, name);
  const [relation = '', subtype = ''] = head.relation.split(':');
  if (subtype === 'poss') return /^['’]s?$/.test(after?.text ?? '') && isSomebodys(governor);
  if (relation === 'nsubj' || relation === 'iobj' || (relation === 'obj' && subtype === '')) return true;
  const preposition = tokens.find((token) => token.head === headIndex && token.relation === 'case')?.text ?? '';
  return preposition === 'of' ? isSomebodys(governor) : ABOUT_SOMEBODY.test(preposition);
}

/** "critics of May", "May's aides" */
const isSomebodys = (noun: Token | undefined): boolean =>
  noun !== undefined && (isPersonNoun(noun.text) || isPeopleNoun(noun.text));
