import { expect, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { readSettings } from '../../infra/settings.ts';
import { CHOICES, coveringVariants, NAMED_VARIANTS } from '../../infra/variants/settings.ts';

type Given = (typeof CHOICES)[number][number];

/** Every so many choices of different settings. */
function* together(strength: number, from = 0): Generator<Given[]> {
  if (strength === 0) yield [];
  else {
    for (let setting = from; setting < CHOICES.length; setting++)
      for (const rest of together(strength - 1, setting + 1))
        for (const choice of CHOICES[setting]!) yield [choice, ...rest];
  }
}

/** A choice that says nothing is met where none of its setting's names is given. */
const meets = (variant: Given, choice: Given): boolean => {
  const setting = CHOICES.find((choices) => choices.includes(choice))!;
  const names = new Set(setting.flatMap(Object.keys));
  return [...names].every((name) => variant[name] === choice[name]);
};

test.each([2, 3])('every %i choices of different settings meet in a variant', (strength) => {
  const variants = Object.values(coveringVariants(strength));
  let count = 0;
  for (const choices of together(strength)) {
    count++;
    if (!variants.some((variant) => choices.every((choice) => meets(variant, choice))))
      throw new Error(`No variant has all of ${JSON.stringify(choices)}.`);
  }
  expect(count).toBe({ 2: 413, 3: 3456 }[strength]);
});

test('each variant is taken as settings', () => {
  for (const context of [
    ...Object.values(NAMED_VARIANTS),
    ...[2, 3].flatMap((t) => Object.values(coveringVariants(t))),
  ])
    expect(() => readSettings(new App({ context }).node)).not.toThrow();
});
