import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readArticle } from '../../shared/table/read-article.ts';
import {
  type Death,
  Killed,
  type Message,
  type Newsroom,
  openNewsroom,
  type Services,
  startServices,
} from './newsroom.ts';

const LONG = 'Ada met Bo.\n\nBo said "no" on day 12.\n\nCy said "yes" and "so" to Dee.';
const SHORT = 'Ada met Eve.\n\n"Well," Eve said.';
const BAD = Buffer.from('%PDF-1.7');

let services: Services;
let newsroom: Newsroom;

beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.stop());
const open = async () => (newsroom = await openNewsroom(services));

const expectCleanTable = async () => {
  expect(await newsroom.rows()).toEqual(await newsroom.cleanRows());
};
const statusOf = async (key: string) => (await readArticle(newsroom.table, key))?.article;

test('an article is stored with everything in it', async () => {
  await open();
  await newsroom.drop('a', LONG, '2026-11-24T08:00:00+09:00');
  await newsroom.settle();
  const stored = await readArticle(newsroom.table, 'a');
  expect(stored!.article).toMatchObject({
    status: 'READY',
    publishedAt: '2026-11-23T23:00:00.000Z',
    paragraphCount: 3,
    entityCount: 5,
    quotationCount: 3,
  });
  expect(stored!.paragraphs.map(({ text }) => text)).toEqual(LONG.split('\n\n'));
  expect(stored!.entities.map(({ name }) => name)).toEqual(['Ada', 'Bo', '12', 'Cy', 'Dee']);
});

test.each([
  ['shorter', LONG, SHORT],
  ['longer', SHORT, LONG],
  ['the same', LONG, LONG],
  ['no article', LONG, BAD],
])('a replacement that is %s leaves no row of the old article', async (_, first, second) => {
  await open();
  await newsroom.drop('a', first);
  await newsroom.settle();
  await newsroom.drop('a', second);
  await newsroom.settle();
  await expectCleanTable();
});

test('a bad file is rejected on its own row with code and remedy, and mended by a good one', async () => {
  await open();
  await newsroom.drop('a', BAD);
  await newsroom.settle();
  expect(await statusOf('a')).toMatchObject({ status: 'REJECTED', code: 'UNSUPPORTED_FORMAT' });
  expect(await newsroom.rows()).toHaveLength(1);
  await newsroom.drop('a', SHORT);
  await newsroom.settle();
  expect(await statusOf('a')).toMatchObject({ status: 'READY' });
  await expectCleanTable();
});

test('a removal leaves the tombstone alone; the article can come back', async () => {
  await open();
  await newsroom.drop('a', LONG);
  await newsroom.settle();
  await newsroom.remove('a');
  await newsroom.settle();
  expect((await newsroom.rows()).map(({ pk, sk, ...rest }) => [pk, sk, rest['status']])).toEqual([
    ['ARTICLE#a', 'ARTICLE', 'WITHDRAWN'],
  ]);
  await newsroom.drop('a', SHORT);
  await newsroom.settle();
  expect(await statusOf('a')).toMatchObject({ status: 'READY' });
  await expectCleanTable();
});

test('a late creation loses against the removal', async () => {
  await open();
  await newsroom.drop('a', LONG);
  await newsroom.remove('a');
  newsroom.waiting.reverse();
  await newsroom.settle();
  expect(await statusOf('a')).toMatchObject({ status: 'WITHDRAWN' });
  await expectCleanTable();
});

test('the deletion of an old version leaves the article that stands', async () => {
  await open();
  await newsroom.drop('a', LONG);
  await newsroom.settle();
  newsroom.tell('a', 'ObjectRemoved:Delete');
  await newsroom.settle();
  expect(await statusOf('a')).toMatchObject({ status: 'READY' });
  await expectCleanTable();
});

test('neighbours whose keys begin alike are not touched', async () => {
  await open();
  for (const key of ['a', 'a#', 'a#PARAGRAPH#0000', 'A', 'a b+c%20"é"/記事.txt', `${'k'.repeat(1_020)}.txt`]) {
    await newsroom.drop(key, LONG);
  }
  await newsroom.settle();
  await newsroom.remove('a#');
  await newsroom.settle();
  expect((await newsroom.rows()).filter(({ status }) => status === 'READY')).toHaveLength(5);
  await expectCleanTable();
});

test('duplicates change nothing', async () => {
  await open();
  const first = await newsroom.drop('a', LONG);
  await newsroom.settle();
  const second = await newsroom.drop('a', SHORT);
  await newsroom.settle();
  const before = await newsroom.rows();
  newsroom.waiting.push(second, first, second, first);
  await newsroom.settle();
  expect(await newsroom.rows()).toEqual(before);
});

test('a late request to extract from an older revision changes nothing', async () => {
  await open();
  await newsroom.handle(await newsroom.drop('a', LONG));
  const late = newsroom.waiting.find(({ stage }) => stage === 'extract')!;
  newsroom.waiting.length = 0;
  await newsroom.drop('a', SHORT);
  await newsroom.settle();
  const before = await newsroom.rows();
  expect(await newsroom.handle(late)).toMatchObject([{ counts: { superseded: 1 } }]);
  expect(await newsroom.rows()).toEqual(before);
});

test('a newer extractor replaces what an older one found, and is not overwritten by it', async () => {
  await open();
  await newsroom.handle(await newsroom.drop('a', `${LONG}\n\nA B 7 8`));
  const request = newsroom.waiting.find(({ stage }) => stage === 'extract')!;
  newsroom.waiting.length = 0;
  await newsroom.handle(request, { extractorVersion: 1 });
  await newsroom.handle(request, { extractorVersion: 2 });
  const before = await newsroom.rows();
  expect(before).toEqual(await newsroom.cleanRows({ extractorVersion: 2 }));
  await newsroom.handle(request, { extractorVersion: 1 });
  expect(await newsroom.rows()).toEqual(before);
});

test('what a newer extractor has begun and died with, an older one leaves in its queue', async () => {
  await open();
  await newsroom.handle(await newsroom.drop('a', LONG));
  const request = newsroom.waiting.find(({ stage }) => stage === 'extract')!;
  newsroom.waiting.length = 0;
  expect(await diesAt(request, { call: 3, moment: 'before' }, 2)).toBe(true);
  await expect(newsroom.handle(request, { extractorVersion: 1 })).rejects.toThrow(/taken the revision on/);
  await newsroom.handle(request, { extractorVersion: 2 });
  expect(await newsroom.rows()).toEqual(await newsroom.cleanRows({ extractorVersion: 2 }));
});

/** Handles the message again and again, dying at each of its calls in turn; each time in a newsroom of its own. */
async function dieAtEachCall(prepare: () => Promise<Message>): Promise<number> {
  let deaths = 0;
  for (const moment of ['before', 'after'] as const) {
    for (let call = 1; ; call++) {
      await open();
      const message = await prepare();
      newsroom.waiting.length = 0;
      const died = await diesAt(message, { call, moment });
      newsroom.waiting.push(message);
      await newsroom.settle();
      await expectCleanTable();
      if (!died) break;
      deaths++;
    }
  }
  return deaths;
}

async function diesAt(message: Message, death: Death, extractorVersion = 1): Promise<boolean> {
  try {
    await newsroom.handle(message, { death, extractorVersion });
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(Killed);
    return true;
  }
}

/** One of each kind of row that goes, and of each that stays: the fewest calls to die at. */
const BEFORE = 'Ada met Bo.\n\n"No," Bo said on day 12.';
const AFTER = 'Ada met "Bo".';

const ready = async (text: string) => {
  await newsroom.drop('a', text);
  await newsroom.settle();
};

const lastRequest = async (split: Message) => {
  await newsroom.handle(split);
  return newsroom.waiting.findLast(({ stage }) => stage === 'extract')!;
};

test.each<[string, number, () => Promise<Message>]>([
  ['splitting a replacement', 14, async () => (await ready(BEFORE), newsroom.drop('a', AFTER))],
  ['extracting from a replacement', 8, async () => (await ready(BEFORE), lastRequest(await newsroom.drop('a', AFTER)))],
  ['withdrawing', 20, async () => (await ready(BEFORE), newsroom.remove('a'))],
  ['rejecting', 20, async () => (await ready(BEFORE), newsroom.drop('a', BAD))],
])(
  'a death at any call while %s is mended by the next try',
  async (_, least, prepare) => {
    expect(await dieAtEachCall(prepare)).toBeGreaterThanOrEqual(least);
  },
  180_000,
);

test('a stale extraction that dies anywhere leaves nothing, once it has been tried again', async () => {
  for (let call = 1, died = true; died; call += 2) {
    await open();
    const stale = await lastRequest(await newsroom.drop('a', LONG));
    newsroom.waiting.length = 0;
    // It takes the revision on, and writes some of what it finds, before a newer one comes.
    died = await diesAt(stale, { call, moment: 'before' });
    await newsroom.drop('a', SHORT);
    await newsroom.settle();
    newsroom.waiting.push(stale);
    await newsroom.settle();
    await expectCleanTable();
  }
}, 180_000);

/** What happens to two keys, and in which order the functions see it. */
const history = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b'),
    act: fc.constantFrom('long', 'short', 'bad', 'remove'),
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

test('functions that run at once, interleaved in any way, leave the table of a clean run', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.scheduler(), fc.infiniteStream(fc.nat()), async (history, scheduler, picks) => {
      await open();
      for (const { key, act, twice } of history) {
        const message =
          act === 'remove'
            ? await newsroom.remove(key)
            : await newsroom.drop(key, { long: LONG, short: SHORT, bad: BAD }[act]);
        if (twice) newsroom.waiting.push(message);
      }
      const turn = () => scheduler.schedule(Promise.resolve());
      const worker = async () => {
        while (newsroom.waiting.length > 0) {
          const [message] = newsroom.waiting.splice(picks.next().value! % newsroom.waiting.length, 1);
          // What fails for a moment, as when paragraphs are replaced while it reads them, is tried again.
          await newsroom.handle(message!, { turn }).catch(() => newsroom.waiting.push(message!));
        }
      };
      await scheduler.waitFor(Promise.all([worker(), worker(), worker()]));
      await newsroom.settle();
      await expectCleanTable();
    }),
    { numRuns: 15 },
  );
}, 180_000);
