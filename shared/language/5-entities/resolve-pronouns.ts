import type { PersonMention } from './people-in-text.ts';
import { featuresOf, isBefore, SENTENCES_BACK, type Features, type Referent } from './pronoun-features.ts';
import { WEIGHTS } from './pronoun-weights.ts';

export interface Candidate {
  readonly referent: Referent;
  readonly features: Features;
}

/** The candidate that a pronoun means, or undefined where that is not clear. */
export type Choose = (pronoun: PersonMention, candidates: readonly Candidate[]) => Candidate | undefined;

/** How probable the best candidate must be; below it the pronoun stays unresolved. */
const CERTAIN_ENOUGH = 0.5;

/** People remembered while reading; the last chapter of a list of names is not meant by "he". Keeps the work linear. */
const REMEMBERED_REFERENTS = 20;

/** By the weights that training/pronouns.ts learnt: a softmax over the candidates and "none of them". */
export const chooseByWeights: Choose = (_pronoun, candidates) => {
  const scores = candidates.map(({ features }) => score(features));
  const best = Math.max(...scores);
  const total = scores.reduce((sum, each) => sum + Math.exp(each), Math.exp(WEIGHTS['none'] ?? 0));
  return Math.exp(best) / total >= CERTAIN_ENOUGH ? candidates[scores.indexOf(best)] : undefined;
};

const score = (features: Features): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (WEIGHTS[name] ?? 0), 0);

/**
 * Reads the people of an article in order and gives each pronoun its referent. Returns all referents with their mentions.
 * Linear: a pronoun looks at the people of the last few sentences only.
 */
export function resolvePronouns(mentions: readonly PersonMention[], choose: Choose = chooseByWeights): Referent[] {
  const referents: Referent[] = [];
  const named = new Map<number, Referent>();
  const described = new Map<string, Referent>();
  let recent: Referent[] = [];

  for (const sentence of bySentence(mentions)) {
    const now = sentence[0]?.sentence ?? 0;
    const isNear = ({ mentions: known }: Referent) => now - (known.at(-1)?.sentence ?? now) <= SENTENCES_BACK;
    recent = recent.filter(isNear).slice(-REMEMBERED_REFERENTS);
    // Names first: a pronoun may mean one that follows in its sentence.
    for (const mention of sentence) if (mention.person !== undefined) add(referentNamed(mention.person), mention);
    for (const mention of sentence)
      if (mention.kind === 'description' && mention.person === undefined) add(referentDescribed(mention), mention);
    // Pronouns outside of quotation marks first: what those inside mean depends on who speaks.
    const pronouns = sentence.filter(({ kind }) => kind === 'pronoun');
    for (const pronoun of [...pronouns.filter(isOutside), ...pronouns.filter((mention) => !isOutside(mention))]) {
      const chosen = choose(pronoun, candidatesFor(pronoun, recent.slice(-REMEMBERED_REFERENTS)));
      if (chosen) add(chosen.referent, pronoun);
    }
  }
  return referents;

  function isOutside({ head }: PersonMention): boolean {
    return head.quoted === undefined;
  }

  function add(referent: Referent, mention: PersonMention): void {
    if (referent.mentions.length === 0) referents.push(referent);
    let at = referent.mentions.length;
    for (let last = referent.mentions[at - 1]; last && isBefore(mention, last); last = referent.mentions[at - 1]) at--;
    referent.mentions.splice(at, 0, mention);
    referent.gender ??= mention.gender;
    const known = recent.indexOf(referent);
    if (known >= 0) recent.splice(known, 1);
    recent.push(referent);
  }

  function referentNamed(person: number): Referent {
    const referent = named.get(person) ?? { person, gender: undefined, mentions: [] };
    named.set(person, referent);
    return referent;
  }

  /** "the officer" twice in a few sentences is one officer; "an officer" is somebody new. */
  function referentDescribed(mention: PersonMention): Referent {
    const noun = mention.head.lower;
    const known = /^(?:the|this|that)$/.test(mention.span.first.lower) ? described.get(noun) : undefined;
    if (known && recent.includes(known)) return known;
    const referent: Referent = { person: undefined, gender: undefined, mentions: [] };
    described.set(noun, referent);
    return referent;
  }
}

function candidatesFor(pronoun: PersonMention, recent: readonly Referent[]): Candidate[] {
  const agreeing = recent.filter(({ gender }) => gender === undefined || gender === pronoun.gender);
  return agreeing.flatMap((referent) => {
    const features = featuresOf(pronoun, referent, agreeing);
    return features ? [{ referent, features }] : [];
  });
}

/** Runs of mentions of one sentence. */
function bySentence(mentions: readonly PersonMention[]): PersonMention[][] {
  const runs: PersonMention[][] = [];
  for (const mention of mentions) {
    const run = runs.at(-1);
    if (run?.[0]?.sentence === mention.sentence) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}
