/**
 * Learns the weights of the pronouns (shared/language/5-entities/pronoun-weights.ts) from GUM, CC BY 4.0:
 *
 *   npx tsx training/pronouns.ts ../shared/data/ud/gum.train.conllu
 *
 * A log-linear model ranks the people whom he or she may mean, and "none of them". Everything is counted with the
 * treebank's own trees; the same input gives the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConllu } from '../measure/quality/conllu.ts';
import { keyOf, toGoldDocument } from '../measure/quality/coreference-gold.ts';
import { clusterNames } from '../shared/language/5-entities/find-entities.ts';
import { nameMentions } from '../shared/language/5-entities/name-mentions.ts';
import type { Features, Referent } from '../shared/language/5-entities/pronoun-features.ts';
import { referToPeople } from '../shared/language/5-entities/refer-to-people.ts';
import type { Candidate, Choose } from '../shared/language/5-entities/resolve-pronouns.ts';
import type { PersonMention } from '../shared/language/5-entities/people-in-text.ts';
import { annotate } from '../shared/language/annotate.ts';

const EPOCHS = 600;
/** Falls to nothing, so that the weights settle. */
const RATE = 0.05;
const DECAY = 0.005;

/**
 * Where the weights are drawn to: what news does otherwise than GUM, whose texts are mostly lives of one person. Several
 * people take turns, forenames of the whole world are of unknown gender, and grammar within the sentence decides more.
 */
const PRIOR: Readonly<Record<string, number>> = {
  governs: 1,
  inRelativeClause: 2.5,
  possessiveOfSubject: 1,
  reports: 0.5,
  'gender:unknown:name': -0.2,
  'role:modifier:previous': -0.5,
  'role:modifier:here': -0.5,
  speaker: -2.5,
  keepsSpeaking: 1.5,
  startsToSpeak: 2,
  'ofOwnSubject:object': -1.5,
  'ofOwnSubject:oblique': -0.5,
  ownsRival: -2.5,
};

interface Example {
  readonly candidates: readonly Features[];
  /** Indices of those that are the person meant: several where the names of one person were not put together. */
  readonly right: readonly number[];
}

/** The sentence, and the head's place in it. */
const placeOf = ({ sentence, head }: PersonMention) => ({ sentence, head: head.index - head.sentence.start });

const mentionsOf = ({ referent }: Candidate): number => referent.mentions.length;

async function examplesFrom(file: string): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { document, entities } of (await readConllu(file)).map(toGoldDocument)) {
    const teach: Choose = (pronoun, candidates) => {
      const gold = entities.get(keyOf(placeOf(pronoun)));
      if (gold === undefined) return undefined;
      const means = ({ mentions }: Referent) =>
        mentions.some((mention) => mention.kind !== 'pronoun' && entities.get(keyOf(placeOf(mention))) === gold) ||
        entities.get(keyOf(placeOf(mentions.at(-1)!))) === gold;
      const right = [...candidates.keys()].filter((index) => means(candidates[index]!.referent));
      if (candidates.length > 0) examples.push({ candidates: candidates.map(({ features }) => features), right });
      const mostNamed = right.toSorted((x, y) => mentionsOf(candidates[y]!) - mentionsOf(candidates[x]!))[0];
      return mostNamed === undefined ? undefined : candidates[mostNamed];
    };
    const names = document.sentences.map((sentence) => sentence.names);
    referToPeople(annotate(document), names, clusterNames(nameMentions(document)), teach);
  }
  return examples;
}

const dot = (weights: ReadonlyMap<string, number>, features: Features): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0);

const withNone = (candidates: readonly Features[]): Features[] => [...candidates, { none: 1 }];

function train(examples: readonly Example[]): Map<string, number> {
  const weights = new Map(Object.entries(PRIOR));
  const squares = new Map<string, number>();
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const gradient = new Map<string, number>();
    const add = (features: Features, factor: number) => {
      for (const [name, value] of Object.entries(features))
        gradient.set(name, (gradient.get(name) ?? 0) + factor * value);
    };
    for (const { candidates, right } of examples) {
      const all = withNone(candidates);
      const meant = right.length > 0 ? right : [candidates.length];
      const scores = all.map((features) => Math.exp(dot(weights, features)));
      const total = scores.reduce((sum, each) => sum + each, 0);
      const totalMeant = meant.reduce((sum, index) => sum + scores[index]!, 0);
      for (const [index, features] of all.entries()) {
        const target = meant.includes(index) ? scores[index]! / totalMeant : 0;
        add(features, target - scores[index]! / total);
      }
    }
    for (const [name, slope] of gradient) {
      const step = slope / examples.length - DECAY * ((weights.get(name) ?? 0) - (PRIOR[name] ?? 0));
      const square = 0.9 * (squares.get(name) ?? 0) + 0.1 * step * step;
      squares.set(name, square);
      weights.set(name, (weights.get(name) ?? 0) + (RATE * (1 - epoch / EPOCHS) * step) / (Math.sqrt(square) + 1e-3));
    }
  }
  return weights;
}

const file = process.argv[2];
if (!file) throw new Error('Name the treebank: npx tsx training/pronouns.ts gum.train.conllu');
const examples = await examplesFrom(file);
const weights = train(examples);
const right = examples.filter(({ candidates, right: meant }) => {
  const scores = withNone(candidates).map((features) => dot(weights, features));
  const best = scores.indexOf(Math.max(...scores));
  return meant.length > 0 ? meant.includes(best) : best === candidates.length;
});
console.log(
  `${examples.length} pronouns, ${((100 * right.length) / examples.length).toFixed(1)}% right on the training set`,
);
const lines = [...weights]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, weight]) => `  '${name}': ${weight.toFixed(3)},`);
writeFileSync(
  join(import.meta.dirname, '../shared/language/5-entities/pronoun-weights.ts'),
  `/** Generated by training/pronouns.ts from GUM (CC BY 4.0); do not edit. Names as in pronoun-features.ts. */
export const WEIGHTS: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`,
);
