import fc from 'fast-check';
import { ARTICLES } from './articles.ts';

/** What a newsroom does to the inbox; `joined`: S3 puts the event into the message before, if that still waits. */
export interface Act {
  readonly key: string;
  readonly does: keyof typeof ARTICLES | 'remove' | 'delete the current version' | 'delete the oldest version';
  readonly joined: boolean;
  /** 0..99: where events are lost, those of small numbers are. */
  readonly chance: number;
}

export interface History {
  readonly acts: readonly Act[];
  /** Each number decides upon one step; when they have come to an end, all goes on in order and without faults. */
  readonly plan: readonly number[];
}

const act: fc.Arbitrary<Act> = fc.record({
  key: fc.constantFrom('a', 'b', 'a#PARAGRAPH#0000'),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('long', 'short', 'moved', 'together') },
    { weight: 1, arbitrary: fc.constantFrom('unstorable', 'binary', 'empty') },
    { weight: 2, arbitrary: fc.constant('remove' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('delete the current version' as const, 'delete the oldest version' as const),
    },
  ),
  joined: fc.integer({ min: 0, max: 9 }).map((number) => number === 9),
  chance: fc.integer({ min: 0, max: 99 }).map((number) => 99 - number),
});

/** Numbers of the plan are below this: see `decide`. */
export const DECISIONS = 20_000;

export const histories: fc.Arbitrary<History> = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 6, size: 'max' }),
  plan: fc.array(fc.nat(DECISIONS - 1), { maxLength: 500, size: 'max' }),
});
