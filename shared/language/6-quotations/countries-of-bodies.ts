import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import { countryOfPeople, placeNamed } from '../5-entities/lexicon/places.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { world } from '../knowledge/world.ts';

/** The country of "French" in "the French manufacturer", of "U.S." in "the U.S. agency". */
export const codeOf = (word: Token): string | undefined =>
  ['amod', 'compound'].includes(word.relation)
    ? (countryOfPeople(word.text) ?? placeNamed(word.text))?.code
    : undefined;

/** Who is of the country that he serves. */
const OF_STATE = wordSet('leader president premier minister official diplomat ambassador envoy lawmaker');

/** `Pakistan’s President Roe …. The British leader`: whether the text tells of offices of his in other countries only. */
export function isOfOtherCountry({ roles }: Entity, { lower, dependents }: Token): boolean {
  // "The Portuguese coach" may coach Morocco.
  const country = OF_STATE.has(lower) ? dependents.map(codeOf).find((code) => code !== undefined) : undefined;
  const told = country
    ? roles.flatMap(({ text }) =>
        text
          .replace(/['’]s\b/gu, '')
          .split(' ')
          .flatMap((word) =>
            /^\p{Lu}/u.test(word) ? (countryOfPeople(word)?.code ?? placeNamed(word)?.code ?? []) : [],
          ),
      )
    : [];
  return told.length > 0 && told.every((code) => code !== country);
}

/** `Toyota …. The Swedish company`: whether the world knows a body in other countries only. */
export function isOfAnotherCountry({ name }: Entity, { dependents }: Token): boolean {
  const country = dependents.map(codeOf).find((code) => code !== undefined);
  const known = country
    ? world()
        .lookUp(name)
        .bearers.flatMap(({ code }) => code ?? [])
    : [];
  return known.length > 0 && known.every((code) => code !== country);
}
