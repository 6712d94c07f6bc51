import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { namedEntities } from '../../shared/table/directory.ts';
import { latestArticles } from '../../shared/table/latest-articles.ts';
import { mentioningArticles } from '../../shared/table/mentions.ts';
import { openReader } from '../../shared/table/reader.ts';
import { quotationsBySpeaker } from '../../shared/table/quotations-by-speaker.ts';
import type { Services } from './services.ts';

/** Who is named in the articles of these histories. */
const SPEAKERS = ['PERSON#mara-quill', 'PERSON#odo-brandt'];
const NAMED = [...SPEAKERS, 'LOCATION#tarn-harbor', 'ORGANIZATION#ferry-council'];

/** Words that an answer gives of an article as what it says now. */
export interface Said {
  readonly key: string;
  readonly words: readonly string[];
}

/** Asks every kind of question that an index answers, at one moment. */
export async function askAll(services: Services): Promise<Said[]> {
  const client = { send: (command: object) => services.dynamodb(command) };
  const reader = openReader('table', client as unknown as DynamoDBDocumentClient);
  const page = { limit: 100 };
  const quotations = await Promise.all(SPEAKERS.map((id) => quotationsBySpeaker(reader, id, page)));
  const mentions = await Promise.all(NAMED.map((id) => mentioningArticles(reader, id, page)));
  const latest = await latestArticles(reader, { ...page, now: new Date('2026-12-01') });
  await namedEntities(reader, { ...page, name: 'tarn' });
  return [
    ...quotations.flatMap(({ items }) =>
      items.map(({ key, contents }) => ({ key, words: contents.map(({ text }) => text) })),
    ),
    ...mentions.flatMap(({ items }) => items.map(({ key, name }) => ({ key, words: [name] }))),
    ...latest.items.map(({ key }) => ({ key, words: [] })),
  ];
}
