import { findEntities } from '../../shared/language/5-entities/find-entities.ts';
import { fold } from '../../shared/language/5-entities/slug.ts';
import { annotate } from '../../shared/language/annotate.ts';
import type { Document } from '../../shared/language/document.ts';
import { readConllu } from './conllu.ts';
import { keyOf, toGoldDocument, type GoldDocument, type HeadMention } from './coreference-gold.ts';
import { bCubed, ceafe, Fraction, muc, type Clusters, type Score } from './coreference-scores.ts';
import type { Measure } from './measure.ts';
import { cachedTagger } from './tagged.ts';
import { SentenceSpan } from '../../shared/language/sentence-span.ts';

const MEASURED = /^(?:PERSON|ORGANIZATION|LOCATION)$/;
const THIRD_SINGULAR = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** A found entity as mentions by their head; `named` those that are names. */
interface FoundEntity {
  readonly mentions: readonly string[];
  readonly named: ReadonlySet<string>;
}

/** `coreference GOLD.conllu`: from the treebank's own trees and names, from the model's, and the baseline of equal strings. */
export const evaluateCoreference: Measure = async (goldFile) => {
  const golds = (await readConllu(goldFile)).map(toGoldDocument);
  const tag = await cachedTagger().catch(() => undefined);
  const rows = [
    row('gold trees and names, this project', golds, ({ document }) => foundIn(document)),
    row('gold trees and names, equal strings', golds, ({ document }) => equalStrings(document)),
  ];
  if (tag) {
    const tagged = new Map<GoldDocument, Document>();
    for (const gold of golds)
      tagged.set(gold, {
        ...gold.document,
        sentences: await tag(gold.document.sentences.map(({ paragraph, tokens }) => ({ paragraph, words: tokens }))),
      });
    rows.push(
      row('tags of the model, this project', golds, (gold) => foundIn(tagged.get(gold)!)),
      row('tags of the model, equal strings', golds, (gold) => equalStrings(tagged.get(gold)!)),
    );
  }
  const head = `${''.padEnd(38)}  MUC   B3    CEAFe mean | names: B3 P    R     F1 | he, she: right of answered, answered`;
  return [head, ...rows].join('\n');
};

function row(label: string, golds: readonly GoldDocument[], find: (gold: GoldDocument) => FoundEntity[]): string {
  const all = [new Fraction(), new Fraction(), new Fraction()] as const;
  const names = new Fraction();
  const pronouns = { right: 0, answered: 0, answeredInVain: 0, named: 0 };
  for (const gold of golds) {
    const found = find(gold);
    const key = goldClusters(gold, () => true);
    const response = found.map(({ mentions }) => mentions);
    for (const [index, measure] of [muc, bCubed, ceafe].entries()) {
      const { precision, recall } = measure(key, response);
      all[index]!.add(precision, recall);
    }
    const goldNames = goldClusters(gold, ({ kind }) => kind === 'name');
    const known = new Set(goldNames.flat());
    const { precision, recall } = bCubed(
      goldNames,
      found.map(({ named }) => [...named].filter((mention) => known.has(mention))),
    );
    names.add(precision, recall);
    countPronouns(gold, found, pronouns);
  }
  const scores = all.map((fraction) => fraction.score().f1);
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const percent = (value: number) => (100 * value).toFixed(1).padStart(5);
  const b3: Score = names.score();
  return [
    label.padEnd(38),
    [...scores, mean].map(percent).join(' '),
    '| names:  ',
    [b3.precision, b3.recall, b3.f1].map(percent).join(' '),
    '|',
    percent(pronouns.right / Math.max(1, pronouns.answered)),
    `(${pronouns.right}/${pronouns.answered})`,
    percent((pronouns.answered - pronouns.answeredInVain) / Math.max(1, pronouns.named)),
    `(${pronouns.answered - pronouns.answeredInVain}/${pronouns.named})`,
  ].join(' ');
}

function goldClusters(
  { mentions }: GoldDocument,
  keep: (mention: GoldDocument['mentions'][number]) => boolean,
): Clusters {
  const clusters = new Map<string, string[]>();
  for (const mention of mentions.filter(keep)) {
    clusters.set(mention.entity, [...(clusters.get(mention.entity) ?? []), keyOf(mention)]);
  }
  return [...clusters.values()];
}

function foundIn(document: Document): FoundEntity[] {
  return findEntities(annotate(document))
    .entities.filter(({ type }) => MEASURED.test(type))
    .map(({ mentions }) => {
      const heads = mentions
        .filter(({ kind }) => kind !== 'description')
        .map((mention) => ({ kind: mention.kind, key: keyOf(headMention(document, mention)) }));
      return {
        mentions: heads.map(({ key }) => key),
        named: new Set(heads.filter(({ kind }) => kind === 'name').map(({ key }) => key)),
      };
    });
}

function headMention({ sentences }: Document, span: { paragraph: number; start: number; end: number }): HeadMention {
  const sentence = sentences.findIndex(
    ({ paragraph, tokens }) =>
      paragraph === span.paragraph && tokens[0]!.start <= span.start && tokens.at(-1)!.end >= span.end,
  );
  const { tokens } = sentences[sentence]!;
  const first = tokens.findIndex(({ start }) => start >= span.start);
  const end = tokens.findLastIndex((token) => token.end <= span.end) + 1;
  return { sentence, head: new SentenceSpan(tokens, { first, end }).headIndex };
}

function equalStrings({ sentences }: Document): FoundEntity[] {
  const found = new Map<string, string[]>();
  for (const [sentence, { tokens, names }] of sentences.entries()) {
    for (const { type, first, end } of names.filter((name) => MEASURED.test(name.type))) {
      const name = `${type} ${fold(
        tokens
          .slice(first, end)
          .map(({ text }) => text)
          .join(' '),
      )}`;
      found.set(name, [
        ...(found.get(name) ?? []),
        keyOf({ sentence, head: new SentenceSpan(tokens, { first, end }).headIndex }),
      ]);
    }
  }
  return [...found.values()].map((mentions) => ({ mentions, named: new Set(mentions) }));
}

/**
 * He and she: answered where an entity with a name holds the pronoun, right where some name of that entity is the gold
 * person's; what gold leaves without a name in the document counts as answered in vain, and wrong.
 */
function countPronouns(
  { mentions, document }: GoldDocument,
  found: readonly FoundEntity[],
  counts: { right: number; answered: number; answeredInVain: number; named: number },
): void {
  const goldOf = new Map(mentions.map((mention) => [keyOf(mention), mention]));
  const foundOf = new Map(found.flatMap((entity) => entity.mentions.map((mention) => [mention, entity] as const)));
  const named = new Set(mentions.filter(({ kind }) => kind === 'name').map(({ entity }) => entity));
  for (const mention of mentions) {
    const { text } = document.sentences[mention.sentence]!.tokens[mention.head]!;
    if (mention.kind !== 'pronoun' || !THIRD_SINGULAR.test(text)) continue;
    if (named.has(mention.entity)) counts.named++;
    const entity = foundOf.get(keyOf(mention));
    if (!entity || entity.named.size === 0) continue;
    counts.answered++;
    if (!named.has(mention.entity)) counts.answeredInVain++;
    else if (isMostly(mention.entity, [...entity.named], goldOf)) counts.right++;
  }
}

function isMostly(entity: string, names: readonly string[], goldOf: ReadonlyMap<string, { entity: string }>): boolean {
  const known = names.flatMap((name) => goldOf.get(name) ?? []);
  return known.filter((name) => name.entity === entity).length * 2 > known.length;
}
