import { randomly } from '../randomly.ts';
import type { Article } from '../../shared/article/article.ts';
import type { Analysis, Entity, Quotation } from '../../shared/language/analysis.ts';
import { beginExtraction, completeExtraction } from '../../shared/table/write-analysis.ts';
import { withdrawArticle, writeArticle } from '../../shared/table/write-article.ts';
import { ArticleRejected } from '../../shared/article/article-rejected.ts';
import { rejectArticle } from '../../shared/table/write-article.ts';
import type { Table } from '../../shared/table/table.ts';
import { toNobody } from './to-nobody.ts';

/** Who may be in the news, under which names: aliases share beginnings with names and with each other on purpose. */
const CAST: readonly Pick<Entity, 'id' | 'type' | 'name' | 'aliases' | 'countryCode'>[] = [
  { id: 'PERSON#jake-sullivan', type: 'PERSON', name: 'Jake Sullivan', aliases: ['Sullivan', 'Sully'] },
  { id: 'PERSON#arthur-sullivan', type: 'PERSON', name: 'Arthur Sullivan', aliases: ['Sir Arthur', 'Sulla'] },
  { id: 'PERSON#~kim', type: 'PERSON', name: 'Kim', aliases: [] },
  { id: 'PERSON#kim-yo-jong', type: 'PERSON', name: 'Kim Yo Jong', aliases: ['Kim', 'the sister'] },
  { id: 'PERSON#maire-obrien', type: 'PERSON', name: "Máire O'Brien", aliases: ["O'Brien", 'Mary O’Brien'] },
  { id: 'PERSON#zeljko-ivanovic', type: 'PERSON', name: 'Željko Ivanović', aliases: [] },
  { id: 'ORGANIZATION#united-nations', type: 'ORGANIZATION', name: 'United Nations', aliases: ['UN', 'U.N.'] },
  { id: 'ORGANIZATION#bank-of-korea', type: 'ORGANIZATION', name: 'Bank of Korea', aliases: ['BOK', 'the bank'] },
  { id: 'ORGANIZATION#kia', type: 'ORGANIZATION', name: 'Kia', aliases: [] },
  {
    id: 'LOCATION#united-states',
    type: 'LOCATION',
    name: 'United States',
    aliases: ['US', 'USA', 'America'],
    countryCode: 'US',
  },
  {
    id: 'LOCATION#north-korea',
    type: 'LOCATION',
    name: 'North Korea',
    aliases: ['DPRK', 'the North'],
    countryCode: 'KP',
  },
  { id: 'LOCATION#seoul', type: 'LOCATION', name: 'Seoul', aliases: [] },
  {
    id: 'GROUP#south-korean',
    type: 'GROUP',
    name: 'South Korean',
    aliases: ['South Koreans', 'Koreans'],
    countryCode: 'KR',
  },
  { id: 'WORK#the-who', type: 'WORK', name: 'The Who', aliases: [] },
  { id: 'EVENT#apec-summit', type: 'EVENT', name: 'APEC summit', aliases: ['summit'] },
  { id: 'PERSON#李克强', type: 'PERSON', name: '李克强', aliases: [] },
];

/** Ends of months, a leap day, the same instant more than once. */
const INSTANTS = [
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T00:00:00.000Z',
  '2026-02-28T12:00:00.000Z',
  '2026-03-01T00:00:00.000Z',
  '2026-03-15T09:30:00.000Z',
  '2026-03-15T09:30:00.001Z',
  '2026-03-31T23:59:59.000Z',
  '2024-02-29T08:00:00.000Z',
];

/** What an article says, in short; everything follows from it. */
export interface Told {
  readonly key: string;
  readonly publishedAt: string;
  readonly article: Article;
  readonly analysis: Analysis;
}

export function tell(key: string, seed: number): Told {
  const random = randomly(seed);
  const publishedAt =
    random(3) === 0
      ? INSTANTS[random(INSTANTS.length)]!
      : new Date(Date.UTC(2026, random(4), 1 + random(28), random(24), random(60))).toISOString();
  const paragraphs = Array.from({ length: 1 + random(3) }, (_, ordinal) => ({
    ordinal,
    text: `Paragraph ${ordinal} of ${key}.`,
  }));
  const cast = CAST.filter((_, index) => random(index < 4 ? 3 : 5) === 0 || index === random(CAST.length));
  const entities = cast.map(({ aliases, ...entity }, index): Entity => ({
    ...entity,
    aliases: aliases.filter(() => random(2) === 0),
    roles: [],
    salience: random(100) / 100,
    mentions: [{ paragraph: 0, start: index, end: index + 1, text: 'P', kind: 'name' }],
  }));
  const speakers = entities.filter(({ type }) => type === 'PERSON' || type === 'ORGANIZATION');
  const quotations = Array.from({ length: random(4) }, (_, ordinal): Quotation => {
    const [speaker, other] = [0, 1].map(() =>
      random(4) === 0 ? undefined : speakers[random(Math.max(1, speakers.length))],
    );
    const all = speaker ? [...new Set([speaker, ...(other ? [other] : [])])] : [];
    return {
      ordinal,
      kind: 'direct',
      contents: [{ paragraph: 0, start: 0, end: 9, text: 'Paragraph' }],
      quoted: [],
      cue: null,
      cueKind: 'assertion',
      source: null,
      speakers: all.map(({ id, name }) => ({ id, name })),
      speaker: speaker?.id ?? null,
      ...(speaker && { speakerName: speaker.name }),
      rule: 'test',
      confidence: 0.5,
    };
  });
  return {
    key,
    publishedAt,
    article: { paragraphs, bylines: [] },
    analysis: { language: 'eng', entities, quotations },
  };
}

/** As `split` and `extract` do it. */
export async function ingest(
  table: Table,
  { key, publishedAt, article, analysis }: Told,
  revision: string,
): Promise<void> {
  await writeArticle(toNobody(table), { key, revision, publishedAt, article });
  const extraction = await beginExtraction(toNobody(table), { key, revision, extractorVersion: 1 });
  await completeExtraction(toNobody(table), extraction!, analysis);
}

export const remove = (table: Table, key: string, revision: string) =>
  withdrawArticle(toNobody(table), { key, revision });

export const reject = (table: Table, key: string, revision: string) =>
  rejectArticle(
    toNobody(table),
    { key, revision },
    new ArticleRejected('EMPTY', 'The file is empty: drop a text.'),
    '2026-04-01T06:00:00.000Z',
  );
