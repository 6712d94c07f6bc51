import type { PersonMention } from './people-in-text.ts';
import {
  featuresOf,
  isBefore,
  SENTENCES_BACK,
  type Features,
  type Referent,
  type Surroundings,
} from './pronoun-features.ts';
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
const REMEMBERED = 20;

/** By the weights that training/pronouns.ts learnt: a softmax over the candidates and "none of them". */
export const chooseByWeights: Choose = (_pronoun, candidates) => {
  const scores = candidates.map(({ features }) => score(features));
  const best = scores.indexOf(Math.max(...scores));
  const total = scores.reduce((sum, each) => sum + Math.exp(each), Math.exp(WEIGHTS['none'] ?? 0));
  return candidates[best] && Math.exp(scores[best]!) / total >= CERTAIN_ENOUGH ? candidates[best] : undefined;
};

const score = (features: Features): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (WEIGHTS[name] ?? 0), 0);

/**
 * Reads the people of an article in order and gives each pronoun its referent. Returns all referents with their mentions.
 * Linear: a pronoun looks at the people of the last few sentences only.
 */
export function resolvePronouns(
  mentions: readonly PersonMention[],
  surroundings: Surroundings,
  choose: Choose = chooseByWeights,
): Referent[] {
  const referents: Referent[] = [];
  const named = new Map<number, Referent>();
  const described = new Map<string, Referent>();
  let recent: Referent[] = [];

  for (const sentence of bySentence(mentions)) {
    const now = sentence[0]!.sentence;
    recent = recent.filter(({ mentions: known }) => now - known.at(-1)!.sentence <= SENTENCES_BACK).slice(-REMEMBERED);
    // Names first: a pronoun may mean one that follows in its sentence.
    for (const mention of sentence) if (mention.person !== undefined) add(referentNamed(mention.person), mention);
    for (const mention of sentence)
      if (mention.kind === 'description' && mention.person === undefined) add(referentDescribed(mention), mention);
    // Whoever speaks is known before it is asked of whom.
    const pronouns = sentence.filter(({ kind }) => kind === 'pronoun');
    for (const pronoun of [...pronouns.filter(isOutside), ...pronouns.filter((mention) => !isOutside(mention))]) {
      const chosen = choose(pronoun, candidatesFor(pronoun, recent.slice(-REMEMBERED), surroundings));
      if (chosen) add(chosen.referent, pronoun);
    }
  }
  return referents;

  function isOutside({ sentence, head }: PersonMention): boolean {
    return surroundings.quotedAt[sentence]![head] === 0;
  }

  function add(referent: Referent, mention: PersonMention): void {
    if (referent.mentions.length === 0) referents.push(referent);
    let at = referent.mentions.length;
    while (at > 0 && isBefore(mention, referent.mentions[at - 1]!)) at--;
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
    const { tokens } = surroundings.trees[mention.sentence]!;
    const noun = tokens[mention.head]!.text.toLowerCase();
    const known = /^(?:the|this|that)$/i.test(tokens[mention.first]!.text) ? described.get(noun) : undefined;
    if (known && recent.includes(known)) return known;
    const referent: Referent = { person: undefined, gender: undefined, mentions: [] };
    described.set(noun, referent);
    return referent;
  }
}

function candidatesFor(pronoun: PersonMention, recent: readonly Referent[], surroundings: Surroundings): Candidate[] {
  const agreeing = recent.filter(({ gender }) => gender === undefined || gender === pronoun.gender);
  return agreeing.flatMap((referent) => {
    const features = featuresOf(pronoun, referent, agreeing, surroundings);
    return features ? [{ referent, features }] : [];
  });
}

/** Runs of mentions of one sentence. */
function bySentence(mentions: readonly PersonMention[]): PersonMention[][] {
  const runs: PersonMention[][] = [];
  for (const mention of mentions) {
    if (runs.at(-1)?.[0]!.sentence === mention.sentence) runs.at(-1)!.push(mention);
    else runs.push([mention]);
  }
  return runs;
}
