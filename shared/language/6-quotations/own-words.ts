import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import type { Attribution } from './rule.ts';

/** `"Roe will win," he said`, `He said that Roe would win`: he is not Roe, for nobody speaks of himself by his name. */
export const isInOwnWords = ({ mentions }: Entity, { contents, cue }: Attribution): boolean =>
  contents.some(({ paragraph, first, last }) =>
    mentions.some(({ kind, paragraph: ordinal, start, end }) => {
      if (kind !== 'name' || ordinal !== paragraph.ordinal || start < first.start || last.end < end) return false;
      const name = paragraph.tokens.find((token) => token.start === start);
      return name?.quoted ? !isRepeated(name) : start > cue.first.start;
    }),
  );

/** `“He whispered, ‘Billie, you are great,’” she said`: in inner marks somebody else is repeated. */
function isRepeated({ paragraph, start, quoted }: Token): boolean {
  const words = paragraph.source.text.slice(quoted?.innerStart, start);
  const marks = words.match(/[‘“’”"]|(?<=\s)'/gu) ?? [];
  return /[‘“'"]/u.test(marks.at(-1) ?? '');
}
