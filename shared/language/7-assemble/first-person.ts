import type { Span, TextSpan } from '../../article/article.ts';
import type { Entity, Mention, Quotation } from '../analysis.ts';
import type { AnnotatedDocument, Token } from '../annotated.ts';

const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves']);

/** "I" and "we" in quotation marks belong to the person who speaks: adds them to that person's mentions. */
export function claimFirstPerson(
  entities: readonly Entity[],
  quotations: readonly Quotation[],
  { paragraphs }: AnnotatedDocument,
): Entity[] {
  const pronouns = new Map(
    paragraphs.map(({ ordinal, tokens }) => [
      ordinal,
      tokens.filter(isFirstPerson).map(({ start, end, text }): TextSpan => ({ paragraph: ordinal, start, end, text })),
    ]),
  );
  const claimed = new Map<string, Mention[]>();
  for (const { speaker, quoted } of quotations) {
    if (!speaker?.startsWith('PERSON#')) continue;
    const own = quoted.flatMap(
      (span) => pronouns.get(span.paragraph)?.filter((pronoun) => inside(pronoun, span)) ?? [],
    );
    claimed.set(speaker, [
      ...(claimed.get(speaker) ?? []),
      ...own.map((span): Mention => ({ ...span, kind: 'pronoun' })),
    ]);
  }
  return entities.map((entity) => {
    const own = claimed.get(entity.id);
    return own ? { ...entity, mentions: merged(entity.mentions, own) } : entity;
  });
}

/** "us" but not the "US" of all-capital style. */
const isFirstPerson = ({ text, lower, pos }: Token): boolean =>
  pos === 'PRON' && FIRST_PERSON.has(lower) && text !== 'US';

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

function merged(mentions: readonly Mention[], added: readonly Mention[]): Mention[] {
  const taken = new Set(mentions.map(({ paragraph, start }) => `${paragraph}:${start}`));
  return [...mentions, ...added.filter(({ paragraph, start }) => !taken.has(`${paragraph}:${start}`))].sort(
    (a, b) => a.paragraph - b.paragraph || a.start - b.start,
  );
}
