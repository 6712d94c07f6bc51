import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import { mentionsWithin } from '../5-entities/mentions-within.ts';
import type { Attribution } from './rule.ts';

/** `"Roe will win," he said`, `He said that Roe would win`: he is not Roe, for nobody speaks of himself by his name. */
export const isInOwnWords = (entity: Entity, { contents, cue }: Attribution): boolean =>
  contents.some((content) =>
    mentionsWithin(entity, content).some(({ kind, start }) => {
      if (kind !== 'name') return false;
      const name = content.paragraph.tokens.find((token) => token.start === start);
      return name?.quoted ? !isRepeated(name) : start > cue.first.start;
    }),
  );

/** `“He whispered, ‘Billie, you are great,’” she said`: in inner marks somebody else is repeated. */
function isRepeated({ paragraph, start, quoted }: Token): boolean {
  const words = paragraph.source.text.slice(quoted?.innerStart, start);
  const marks = words.match(/[‘“’”"]|(?<=\s)'/gu) ?? [];
  return /[‘“'"]/u.test(marks.at(-1) ?? '');
}
