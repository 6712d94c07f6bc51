import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import { countryOfPeople, placeNamed } from '../5-entities/lexicon/places.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { world } from '../knowledge/world.ts';

const codeNamed = (word: string): string | undefined => (countryOfPeople(word) ?? placeNamed(word))?.code;

/** The country of "French" in "the French manufacturer", of "U.S." in "the U.S. agency". */
export const codeOf = ({ relation, text }: Token): string | undefined =>
  ['amod', 'compound'].includes(relation) ? codeNamed(text) : undefined;

const countryOf = ({ dependents }: Token): string | undefined =>
  dependents.map(codeOf).find((code) => code !== undefined);

const areOther = (codes: readonly string[], country: string): boolean =>
  codes.length > 0 && codes.every((code) => code !== country);

/** Who is of the country that he serves. */
const OF_STATE = wordSet('leader president premier minister official diplomat ambassador envoy lawmaker');

/** `Pakistan’s President Roe …. The British leader`: whether the text tells of offices of his in other countries only. */
export function isOfOtherCountry({ roles }: Entity, head: Token): boolean {
  // "The Portuguese coach" may coach Morocco.
  const country = OF_STATE.has(head.lower) ? countryOf(head) : undefined;
  if (!country) return false;
  const words = roles.flatMap(({ text }) => text.replace(/['’]s\b/gu, '').split(' '));
  return areOther(
    words.flatMap((word) => (/^\p{Lu}/u.test(word) ? (codeNamed(word) ?? []) : [])),
    country,
  );
}

/** `Toyota …. The Swedish company`: whether the world knows a body in other countries only. */
export function isOfAnotherCountry({ name }: Entity, head: Token): boolean {
  const country = countryOf(head);
  const known = () => world().lookUp(name).bearers;
  return (
    country !== undefined &&
    areOther(
      known().flatMap(({ code }) => code ?? []),
      country,
    )
  );
}
