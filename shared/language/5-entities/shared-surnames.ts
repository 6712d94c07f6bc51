import type { Token } from '../document.ts';
import { genderOfForename } from './lexicon/people.ts';
import type { NameMention } from './name-mentions.ts';
import { familyName, isFullName, parsePersonName } from './person-name.ts';
import { fold } from './slug.ts';

/** "Joel and Hugo Barden": a forename has the surname that follows it, unless it stands alone elsewhere or another bears it. */
export function withSharedSurnames(
  mentions: readonly NameMention[],
  tokensOf: (mention: NameMention) => readonly Token[],
): NameMention[] {
  const shared = mentions.map((mention, index) => surnameAfter(mention, mentions[index + 1], tokensOf(mention)));
  // Whatever else in the article is somebody's name.
  const known = new Set(
    mentions.flatMap(({ type, words }, index) =>
      type === 'PERSON' && !shared[index] ? parsePersonName(words).parts : [],
    ),
  );
  return mentions.map((mention, index) => {
    const [surname, [forename]] = [shared[index], mention.words];
    return surname && !known.has(fold(forename)) ? { ...mention, words: [forename, ...surname] } : mention;
  });
}

/** The words of the surname behind the "and" after a forename. */
function surnameAfter(
  { type, words, sentence, end, titles }: NameMention,
  next: NameMention | undefined,
  tokens: readonly Token[],
): string[] | undefined {
  const [forename] = words;
  if (type !== 'PERSON' || words.length > 1 || titles.length > 0 || !genderOfForename(forename)) return undefined;
  if (next?.type !== 'PERSON' || next.sentence !== sentence || next.titles.length > 0) return undefined;
  if (next.first !== end + 1 || !/^(?:and|&)$/.test(tokens[end]?.text ?? '')) return undefined;
  const name = parsePersonName(next.words);
  if (!isFullName(name) || !genderOfForename(name.first)) return undefined;
  const { length } = familyName(name).split(' ');
  return next.words.slice(-length);
}
