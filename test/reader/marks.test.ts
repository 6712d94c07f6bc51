import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marksOf, runsOf } from '../../reader/article/marks.ts';
import type { Entity, Quotation } from '../../shared/language/analysis.ts';

const TEXT = 'The mayor of Wexmoor, Ana Trask, said: “We will build it.”';

const spanOf = (text: string) => {
  const start = TEXT.indexOf(text);
  return { paragraph: 0, start, end: start + text.length, text };
};

const entity = (id: string, ...mentions: readonly string[]): Entity => ({
  id,
  type: 'PERSON',
  name: id,
  aliases: [],
  roles: [],
  salience: 1,
  mentions: mentions.map((text) => ({ ...spanOf(text), kind: 'name' as const })),
});

const quotation = (ordinal: number, content: string, source: string): Quotation => ({
  ordinal,
  kind: 'direct',
  contents: [spanOf(content)],
  quoted: [],
  cue: spanOf('said'),
  cueKind: 'assertion',
  source: spanOf(source),
  speakers: [],
  speaker: null,
  rule: 'test',
  confidence: 1,
});

test('what overlaps is told by every piece that it covers, the innermost first', () => {
  const entities = [
    entity('PERSON#ana-trask', 'The mayor of Wexmoor', 'Ana Trask'),
    entity('LOCATION#wexmoor', 'Wexmoor'),
  ];
  const marks = marksOf(entities, [quotation(0, '“We will build it.”', 'Ana Trask')]);
  const runs = runsOf({ ordinal: 0, text: TEXT }, marks);
  const pieces = runs.flatMap((run) => run.pieces);
  const about = (text: string) => pieces.find((piece) => piece.text === text);

  expect(about('Wexmoor')?.entities.map(({ index }) => index)).toEqual([1, 0]);
  expect(about('The mayor of ')?.entities.map(({ index }) => index)).toEqual([0]);
  expect(about('Ana Trask')).toMatchObject({ saying: [0], said: [] });
  expect(about('said')).toMatchObject({ saying: [0], said: [] });
  expect(runs.at(-1)).toMatchObject({ said: [0], pieces: [{ text: '“We will build it.”' }] });
});

const anySpan = fc.tuple(fc.nat(80), fc.nat(80)).map(([one, other]) => ({
  paragraph: 0,
  start: Math.min(one, other),
  end: Math.max(one, other),
  text: '',
}));

test('whatever is marked, the text is there once, in its order', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.array(anySpan),
      fc.array(anySpan),
      (text, mentions, contents) => {
        const marked = {
          ...entity('PERSON#any'),
          mentions: mentions.map((span) => ({ ...span, kind: 'name' as const })),
        };
        const said = contents.map((content, ordinal) => ({
          ...quotation(ordinal, '', ''),
          contents: [content],
          cue: null,
          source: null,
        }));
        const runs = runsOf({ ordinal: 0, text }, marksOf([marked], said));
        expect(runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')).toBe(text);
      },
    ),
  );
});
