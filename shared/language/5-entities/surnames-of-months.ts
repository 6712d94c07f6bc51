import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { isPeopleNoun, isPersonNoun } from './lexicon/people.ts';

/** Names of months and days that are names of people, too. */
const MONTHS = /^(?:April|May|June|August|Friday|Monday|Sunday)$/;

/** Prepositions before one whom something is about or done with: not "by May", "in May". */
const ABOUT_SOMEBODY = /^(?:about|against|for|to|with|behind)$/;

/** "Labour asked May to resign" in an article that names Teresa May: a month does nothing and is asked nothing. */
export function withSurnamesOfMonths(sentences: readonly Sentence[]): Sentence[] {
  const bearers = new Set(sentences.flatMap(({ tokens, names }) => names.flatMap((name) => surnameIn(tokens, name))));
  // Hardly an article names such a person: the others cost nothing.
  if (bearers.size === 0) return [...sentences];
  return sentences.map((sentence) => ({
    ...sentence,
    names: sentence.names.map((name) =>
      isMonth(sentence.tokens, name) &&
      bearers.has(sentence.tokens[name.first]?.text ?? '') &&
      acts(sentence.tokens, name)
        ? { ...name, type: 'PERSON' as const }
        : name,
    ),
  }));
}

function surnameIn(tokens: readonly Token[], { type, first, end }: TaggedName): string[] {
  const last = tokens[end - 1]?.text ?? '';
  return type === 'PERSON' && end - first > 1 && MONTHS.test(last) ? [last] : [];
}

const isMonth = (tokens: readonly Token[], { type, first, end }: TaggedName): boolean =>
  type === 'DATE' && end - first === 1 && MONTHS.test(tokens[first]?.text ?? '');

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
