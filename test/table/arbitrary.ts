import fc from 'fast-check';
import type { Article, TextSpan } from '../../shared/article/article.ts';
import type { Entity, Quotation } from '../../shared/language/analysis.ts';
import { ENTITY_TYPES } from '../../shared/language/document.ts';

/** Well-formed text, as only such comes out of a UTF-8 file. */
export const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const defined = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

export const textSpan: fc.Arbitrary<TextSpan> = fc
  .record({ paragraph: fc.nat(9_999), start: fc.nat(100_000), text })
  .map(({ paragraph, start, text }) => ({ paragraph, start, end: start + text.length, text }));

const byPlace = (one: TextSpan, other: TextSpan) => one.paragraph - other.paragraph || one.start - other.start;

const probability = fc.nat(1_000).map((thousandths) => thousandths / 1_000);

const entityOf = (id: string): fc.Arbitrary<Entity> =>
  fc
    .record({
      name: text,
      aliases: fc.array(text, { maxLength: 3 }),
      roles: fc.array(textSpan, { maxLength: 2 }),
      affiliation: optional(fc.constant('ORGANIZATION#the-guild')),
      countryCode: optional(fc.constantFrom('KR', 'US-MD')),
      salience: probability,
      mentions: fc.array(
        fc
          .tuple(textSpan, fc.constantFrom('name' as const, 'description' as const, 'pronoun' as const))
          .map(([span, kind]) => ({ ...span, kind })),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ mentions, ...entity }) =>
      defined({ id, type: id.split('#')[0] as Entity['type'], ...entity, mentions: mentions.sort(byPlace) }),
    );

export const entities: fc.Arbitrary<Entity[]> = fc
  .uniqueArray(
    fc
      .tuple(fc.constantFrom(...ENTITY_TYPES), fc.stringMatching(/^[a-z]{1,5}(-[a-z]{1,5})?$/))
      .map((id) => id.join('#')),
    { maxLength: 6 },
  )
  .chain((ids) => fc.tuple(...ids.map(entityOf)));

const quotation: fc.Arbitrary<Omit<Quotation, 'ordinal'>> = fc
  .record({
    kind: fc.constantFrom('direct' as const, 'mixed' as const, 'indirect' as const),
    contents: fc.array(textSpan, { minLength: 1, maxLength: 3 }),
    cue: fc.option(textSpan),
    cueKind: fc.constantFrom('assertion' as const, 'belief' as const, 'intention' as const, null),
    modality: optional(fc.constantFrom('negated' as const, 'hypothetical' as const)),
    source: fc.option(textSpan),
    speakers: fc.array(
      fc.record({ id: fc.constantFrom('PERSON#jane-roe', 'ORGANIZATION#the-guild'), name: text, role: optional(text) }),
      { maxLength: 2 },
    ),
    rule: text,
    confidence: probability,
    quotedShare: fc.constantFrom('all' as const, 'part' as const, 'none' as const, 'elsewhere' as const),
    elsewhere: textSpan,
  })
  .map(({ quotedShare, elsewhere, ...quotation }) => {
    const [first] = quotation.speakers;
    const [{ paragraph, start, end, text }] = quotation.contents as [TextSpan];
    const cut = text.length > 2 ? 1 : 0;
    const part = { paragraph, start: start + cut, end, text: text.slice(cut) };
    const quoted = {
      all: quotation.contents,
      part: part.text.isWellFormed() ? [part] : [],
      none: [],
      elsewhere: [elsewhere],
    };
    return defined({
      ...quotation,
      speaker: first?.id ?? null,
      speakerName: first?.name,
      speakerRole: first?.role,
      quoted: quoted[quotedShare],
    });
  });

export const quotations: fc.Arbitrary<Quotation[]> = fc
  .array(quotation, { maxLength: 5 })
  .map((list) => list.map((quotation, ordinal) => ({ ordinal, ...quotation })));

export const article: fc.Arbitrary<Article> = fc
  .record({
    paragraphs: fc
      .array(text, { minLength: 1, maxLength: 5 })
      .map((texts) => texts.map((text, ordinal) => ({ ordinal, text }))),
    headline: optional(textSpan),
    bylines: fc.array(textSpan, { maxLength: 2 }),
    dateline: optional(textSpan),
  })
  .map(defined);
