import type { Entity } from '../../analysis.ts';
import type { Known } from '../../knowledge/gazetteer.ts';

/** So much better known than the next of the name: points of prominence. */
export const CLEARLY_BETTER = 20;

export const only = <T>(candidates: readonly T[]): T | undefined =>
  candidates.length === 1 ? candidates[0] : undefined;

/** Where an article is: how often each country is named, with its people, provinces and cities. */
export class Scene {
  private readonly countries = new Map<string, number>();
  private readonly codes = new Set<string>();

  constructor(entities: readonly Entity[]) {
    for (const { countryCode, mentions } of entities)
      if (countryCode !== undefined) this.add(countryCode, mentions.length);
  }

  add(code: string, mentions: number): void {
    const country = code.slice(0, 2);
    this.codes.add(code);
    this.countries.set(country, (this.countries.get(country) ?? 0) + mentions);
  }

  /** The country or the very province is named. */
  has = (known: Known): boolean => this.mentionsOf(known) > 0;
  hasRegion = ({ code }: Known): boolean => code !== undefined && code.length > 2 && this.codes.has(code);

  /** No country is named more often. */
  isMain = (known: Known): boolean =>
    this.has(known) && Math.max(...this.countries.values()) === this.mentionsOf(known);

  /** How often the country is named. */
  mentionsOf = ({ code }: Known): number => (code === undefined ? 0 : (this.countries.get(code.slice(0, 2)) ?? 0));
}
