import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { atLeast } from '../../../shared/language/7-assemble/at-least.ts';
import { quotations } from '../../table/arbitrary.ts';

test('what is less sure goes, what remains keeps its order and is numbered anew', () => {
  fc.assert(
    fc.property(quotations, fc.double({ min: 0, max: 1, noNaN: true }), (quotations, minimum) => {
      const kept = atLeast(minimum, { language: 'eng', entities: [], quotations }).quotations;
      expect(kept.map(({ confidence }) => confidence)).toEqual(
        quotations.map(({ confidence }) => confidence).filter((confidence) => confidence >= minimum),
      );
      expect(kept.map(({ ordinal }) => ordinal)).toEqual([...kept.keys()]);
    }),
  );
});
