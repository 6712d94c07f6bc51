import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { split } from '../../shared/language/analyse.ts';
import { annotate } from '../../shared/language/annotate.ts';
import { findEntities } from '../../shared/language/5-entities/find-entities.ts';
import type { EntityType, Tagger } from '../../shared/language/document.ts';
import type { Measure } from './measure.ts';
import { FORENAMES, REPORTED, TUNING } from './name-templates.ts';
import { randomOf } from './random.ts';
import { cachedTagger } from './tagged.ts';

/** Drawn from both lists. */
const NAMES = 600;
const PEOPLE = 200;

interface Listed {
  readonly name: string;
  readonly type: EntityType;
  readonly category: string;
}

/** A sentence with a name in it, and the type that the name has there. */
interface Case {
  readonly text: string;
  readonly name: string;
  readonly type: EntityType;
  readonly category: string;
}

/**
 * Well-known names in sentences that do not tell their type, and people called like a place or a firm in sentences that
 * do: how many have the right type over their whole name. GOLD is training/knowledge. With --tuning other names in other
 * sentences, to tune on; the halves share nothing.
 */
export const evaluateNames: Measure = async (directory, { tuning = false, verbose = false }) => {
  const templates = tuning ? TUNING : REPORTED;
  const random = randomOf(tuning ? 1 : 2);
  const inHalf = ({ name }: Listed): boolean => (seedOf(name) % 2 === 0) === tuning;
  const famous = (await readList(join(directory, 'prominent-names.tsv'))).filter(inHalf);
  const shared = (await readList(join(directory, 'names-of-people-too.tsv'))).filter(inHalf);

  const categories = [...new Set(famous.map(({ category }) => category))];
  const drawn = categories.flatMap((category, index) => {
    const size =
      Math.round((NAMES * (index + 1)) / categories.length) - Math.round((NAMES * index) / categories.length);
    return famous.filter((name) => name.category === category).slice(0, size);
  });
  const neutral = drawn.flatMap((listed) =>
    templates.neutral.map((template): Case => ({ ...listed, text: template.replaceAll('X', listed.name) })),
  );
  const people = Array.from({ length: PEOPLE }, (_, index): Case => {
    const { name } = shared[Math.floor(random() * shared.length)]!;
    const template = templates.person[index % templates.person.length]!;
    const forename = FORENAMES[Math.floor(random() * FORENAMES.length)]!;
    const full = template.includes('F X') ? `${forename} ${name}` : name;
    return {
      text: template.replaceAll('F X', full).replaceAll('X', name),
      name: full,
      type: 'PERSON',
      category: 'called like a place or a firm',
    };
  });

  const tag = await cachedTagger();
  const rows: string[] = [];
  const wrong: string[] = [];
  for (const [title, cases] of [
    ['all names', neutral],
    ...categories.map((category) => [category, neutral.filter((one) => one.category === category)]),
    ['people called like a place or a firm', people],
  ] as [string, Case[]][]) {
    let right = 0;
    for (const one of cases) {
      const found = await typeFound(one, tag);
      if (found === one.type) right++;
      else if (title !== 'all names') wrong.push(`${one.name} is ${one.type}, found ${found}: ${one.text}`);
    }
    rows.push(`${title.padEnd(36)} ${right} of ${cases.length} (${((100 * right) / cases.length).toFixed(1)} %)`);
  }
  return [
    ...(verbose ? wrong : []),
    `${drawn.length} names in ${templates.neutral.length} sentences each`,
    ...rows,
  ].join('\n');
};

/** The type of the mention that is the name, "the" aside. */
async function typeFound({ text, name }: Case, tag: Tagger): Promise<string> {
  const paragraph = { ordinal: 0, text };
  const document = { paragraphs: [paragraph], sentences: await tag(split(paragraph)) };
  const start = text.indexOf(name) + (name.startsWith('The ') ? 'The '.length : 0);
  const end = text.indexOf(name) + name.length;
  const mentions = findEntities(annotate(document)).entities.flatMap(({ type, mentions }) =>
    mentions.map((mention) => ({ type, ...mention })),
  );
  const exact = mentions.find(
    (mention) =>
      (mention.start === start || mention.start === text.indexOf(name)) &&
      mention.end === end &&
      mention.kind === 'name',
  );
  if (exact) return exact.type;
  const part = mentions
    .filter((mention) => mention.start < end && mention.end > start)
    .map((mention) => `${mention.type} "${mention.text}"`);
  return part.join(', ') || 'nothing';
}

async function readList(file: string): Promise<Listed[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [name = '', type = '', category = ''] = line.split('\t');
    return { name, type: type as EntityType, category };
  });
}

const seedOf = (text: string): number =>
  Array.from(text).reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);
