import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairwise } from '../../infra/variants/pairs.ts';
import { NAMED_VARIANTS, pairedVariants } from '../../infra/variants/settings.ts';
import { readSettings } from '../../infra/settings.ts';
import { App } from 'aws-cdk-lib';

test('every two choices of two settings meet in a variant', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }), (sizes) => {
      const rows = pairwise(sizes);
      for (let one = 0; one < sizes.length; one++) {
        for (let other = one + 1; other < sizes.length; other++) {
          const met = new Set(rows.map((row) => `${row[one]!} ${row[other]!}`));
          expect(met.size).toBe(sizes[one]! * sizes[other]!);
        }
      }
    }),
  );
});

test('each variant is taken as settings', () => {
  for (const context of [...Object.values(NAMED_VARIANTS), ...Object.values(pairedVariants())])
    expect(() => readSettings(new App({ context }).node)).not.toThrow();
});
