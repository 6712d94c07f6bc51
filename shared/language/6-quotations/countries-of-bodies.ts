import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import { countryOfPeople, placeNamed } from '../5-entities/lexicon/places.ts';
import { world } from '../knowledge/world.ts';

/** The country of "French" in "the French manufacturer", of "U.S." in "the U.S. agency". */
export const codeOf = (word: Token): string | undefined =>
  ['amod', 'compound'].includes(word.relation)
    ? (countryOfPeople(word.text) ?? placeNamed(word.text))?.code
    : undefined;

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
