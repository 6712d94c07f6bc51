import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { reconcileObjects, type Sides } from '../../shared/cli/reconcile.ts';
import type { ListedArticle } from '../../shared/table/list-articles.ts';

const NOW = new Date('2026-11-26T12:00:00.000Z');
const OBJECT = { etag: '"1"', lastModified: new Date('2026-11-26T11:59:00.000Z') };

const ARTICLES: Record<string, Omit<ListedArticle, 'key'>> = {
  ready: { revision: 'A', etag: '"1"', status: 'READY' },
  pending: { revision: 'B', etag: '"1"', status: 'PENDING' },
  held: { revision: 'C', etag: '"1"', status: 'EMBARGOED', embargoedUntil: '2026-11-26T12:30:00.000Z' },
  forgotten: { revision: 'D', etag: '"1"', status: 'EMBARGOED', embargoedUntil: '2026-11-26T10:30:00.000Z' },
};

/** What is asked for, of which keys. */
async function reconcile(queuesLost: boolean) {
  const asked: string[] = [];
  const ask = (what: string) => (request: { key: string }) =>
    Promise.resolve(void asked.push(`${request.key}: ${what}`));
  const sides: Sides = {
    bucket: 'inbox',
    now: NOW,
    dryRun: false,
    queuesLost,
    articleOf: (key) => Promise.resolve(ARTICLES[key] && { ...ARTICLES[key], key }),
    hasObject: () => Promise.resolve(true),
    lookAgain: ask('look again'),
    requestExtraction: ask('extract'),
  };
  const objects = Readable.from([...Object.keys(ARTICLES), 'new'].map((key) => ({ ...OBJECT, key })));
  const compared: string[] = [];
  for await (const { key } of reconcileObjects(objects, sides)) compared.push(key);
  expect(compared).toEqual([...Object.keys(ARTICLES), 'new']);
  return asked.sort();
}

test('what still waits is left to its message; what has no article, or should have been read an hour ago, is looked at', async () => {
  expect(await reconcile(false)).toEqual(['forgotten: look again', 'new: look again']);
});

test('where no message is on its way, all that is unfinished is looked at', async () => {
  expect(await reconcile(true)).toEqual([
    'forgotten: look again',
    'held: look again',
    'new: look again',
    'pending: look again',
  ]);
});
