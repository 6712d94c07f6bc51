import type { Entity } from '../../analysis.ts';
import type { Gazetteer, Kind, Known } from '../../knowledge/gazetteer.ts';
import { NEWSPAPER_ENDING } from '../../lexicon/bearers.ts';
import { CLEARLY_BETTER, only, type Scene } from './scene.ts';

/** How well known a name of several words, of one, of two capital letters must be to need nothing else. */
const LEAST = { ofWords: 50, ofWord: 58, ofTwoLetters: 70 } as const;

/** "Kremlin", "Pentagon", but not "Rangers". */
const KNOWN_BY_ONE_WORD = 80;

/** So well known that a surname of the same letters does not count. */
const BETTER_THAN_A_SURNAME = 70;

/** How well known one of another type may be at most for the name to be an organisation's. */
const MOST_FOR_ANOTHER = 45;

/** What every state has: the article's country tells whose it is. */
const OF_A_STATE: ReadonlySet<Kind> = new Set(['government', 'security']);

/** How an organisation is called: "FSB", "Rangers", "Bank of England". */
interface OrganizationName {
  readonly text: string;
  readonly isAcronym: boolean;
  readonly ofWords: boolean;
}

/** The body of the lists that an entity is. */
export function linkOrganization(
  { name, aliases, countryCode }: Entity,
  scene: Scene,
  gazetteer: Gazetteer,
): Known | undefined {
  if (countryCode !== undefined) return undefined;
  const strong = (text: string): Known[] => gazetteer.lookUp(text).bearers.filter(({ weak }) => !weak);
  const named = strong(name);
  if (named.some(({ type, prominence }) => type !== 'ORGANIZATION' && prominence > MOST_FOR_ANOTHER)) return undefined;
  const candidates = named.filter(({ type }) => type === 'ORGANIZATION');
  // "FSB" beside the Federal Security Service
  const agreed = candidates.filter(({ entry }) =>
    aliases.some((alias) => strong(alias).some((other) => other.entry === entry)),
  );
  const called: OrganizationName = {
    text: name,
    isAcronym: /^(?:\p{Lu}{3,}|(?:\p{Lu}\.){2,})$/u.test(name),
    ofWords: /[\s-]/.test(name.trim()),
  };
  const [best, ...others] = agreed.length > 0 ? agreed : candidates;
  if (!best || isTooShort(called, best, gazetteer) || isPartOf(called, best, gazetteer)) return undefined;
  if (isOfAnotherState(called, best, scene, gazetteer)) return undefined;
  // Many countries have a Labour Party and a Herald.
  if (best.kind === 'party' && best.code !== undefined && !scene.has(best)) return undefined;
  if ((NEWSPAPER_ENDING.test(name) || name === 'Insider') && !scene.isMain(best)) return undefined;
  return likeliestOrganization(called, best, others, scene);
}

/** One word that is an ordinary one, a team's, somebody's name or a ministry's. */
function isTooShort({ text, isAcronym, ofWords }: OrganizationName, best: Known, gazetteer: Gazetteer): boolean {
  if (ofWords) return false;
  if (!isAcronym && OF_A_STATE.has(best.kind) && best.prominence < KNOWN_BY_ONE_WORD) return true;
  const { word, surname, forename } = gazetteer.lookUp(text);
  return word || best.kind === 'team' || ((surname || forename) && best.prominence < BETTER_THAN_A_SURNAME);
}

/** The lists give broadcasters the names of their newsrooms: "ABC News". */
function isPartOf({ text }: OrganizationName, { entry }: Known, gazetteer: Gazetteer): boolean {
  const whole = /^(?<whole>\S+) News$/.exec(text)?.groups?.['whole'];
  return whole !== undefined && gazetteer.lookUp(whole).bearers.some((other) => other.entry === entry);
}

/** A ministry, a police, of a state that neither the name nor the article tells. */
function isOfAnotherState(
  { text, isAcronym }: OrganizationName,
  best: Known,
  scene: Scene,
  gazetteer: Gazetteer,
): boolean {
  if (!OF_A_STATE.has(best.kind) || best.code === undefined) return false;
  if (isAcronym && best.prominence >= LEAST.ofWord && scene.has(best)) return false;
  return !isOfCountry(text, best, gazetteer) && !scene.isMain(best);
}

function likeliestOrganization(
  { text, ofWords }: OrganizationName,
  best: Known,
  others: readonly Known[],
  scene: Scene,
): Known | undefined {
  const [next] = others;
  const least = ofWords ? LEAST.ofWords : /^\p{Lu}{2}$/u.test(text) ? LEAST.ofTwoLetters : LEAST.ofWord;
  if (next && next.prominence + CLEARLY_BETTER > best.prominence) {
    const near = only([best, ...others].filter(scene.has));
    const isKnown = near && near.prominence + CLEARLY_BETTER > best.prominence;
    return isKnown && (ofWords || near.prominence >= least) ? near : undefined;
  }
  return best.prominence >= least || (ofWords && scene.has(best)) ? best : undefined;
}

/** "U.S. State Department", "Bank of England": the name tells the country. */
const isOfCountry = (name: string, { code }: Known, gazetteer: Gazetteer): boolean =>
  name
    .split(/\s+/)
    .some((word) =>
      gazetteer
        .lookUp(word)
        .bearers.some((known) => (known.kind === 'country' || known.kind === 'people') && known.code === code),
    );
