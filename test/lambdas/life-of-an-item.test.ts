import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { backfillFiles } from '../../lambdas/steps/backfill-files.ts';
import { extractArticle } from '../../lambdas/steps/extract-article.ts';
import { splitArticle } from '../../lambdas/steps/split-article.ts';
import type { Fate } from '../../shared/backfill/request.ts';
import type { ResultEvent } from '../../shared/events/result-event.ts';
import type { ExtractionRequest } from '../../shared/extractions/extraction-request.ts';
import { type Arrival, readArrivals } from '../../shared/inbox/arrivals.ts';
import { openInbox } from '../../shared/inbox/inbox.ts';
import type { Item } from '../../shared/table/table.ts';
import { type Services, startServices } from './newsroom.ts';
import { quickAnalysis } from './quick-analysis.ts';

/** What an agency says of a version of its item. */
interface Version {
  readonly version: number;
  readonly words?: string;
  readonly status?: 'usable' | 'canceled' | 'withheld';
  readonly note?: string;
  readonly kill?: true;
  readonly embargoed?: string;
}

const FORMATS: Readonly<Record<string, (version: Version) => string>> = {
  'item.json': ({ version, words, status, note, kill, embargoed }) =>
    JSON.stringify({
      type: 'text',
      uri: 'urn:agency:1',
      version: String(version),
      versioncreated: '2026-03-03T10:00:00Z',
      pubstatus: kill ? 'canceled' : (status ?? 'usable'),
      headline: 'Harbour',
      ...(words !== undefined && { body_text: words }),
      ...(note !== undefined && { correction: note, ednote: note }),
      ...(embargoed !== undefined && { embargoed }),
    }),
  'item.xml': ({ version, words, status = 'usable', note, kill, embargoed }) =>
    `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:agency:1" version="${version}">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-03T10:00:00Z</versionCreated>
${embargoed === undefined ? '' : `<embargoed>${embargoed}</embargoed>`}<pubStatus qcode="stat:${status}"/>
${kill ? '<signal qcode="sig:kill"/>' : ''}${note === undefined ? '' : `<signal qcode="sig:correction"/><edNote>${note}</edNote>`}
</itemMeta><contentMeta><headline>Harbour</headline></contentMeta><contentSet>${
      words === undefined
        ? ''
        : `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${words}</p></body></html></inlineXML>`
    }</contentSet></newsItem>`,
};

const FIRST: Version = { version: 1, words: 'Ada said: "The gate was shut."' };
const LATER = '2026-11-28T06:00:00.000Z';

/** An item's versions in their order, and how it ends. */
const LIVES: Readonly<Record<string, { readonly versions: readonly Version[]; readonly end: object }>> = {
  corrected: {
    versions: [FIRST, { version: 2, words: 'Bea said: "The gate was open."', note: 'Corrects the speaker.' }],
    end: { status: 'READY', version: '2', correction: 'Corrects the speaker.' },
  },
  canceled: {
    versions: [FIRST, { version: 2, status: 'canceled' }],
    end: { status: 'WITHDRAWN', reason: expect.stringContaining('canceled the item (version 2)') },
  },
  killed: {
    versions: [FIRST, { version: 2, kill: true, words: 'Ada said nothing.' }],
    end: { status: 'WITHDRAWN', reason: expect.stringContaining('canceled') },
  },
  withheld: {
    versions: [FIRST, { version: 2, status: 'withheld', words: 'Ada said: "Wait."' }],
    end: { status: 'WITHDRAWN', reason: expect.stringContaining('withholds') },
  },
  'canceled before it was ever read': {
    versions: [{ version: 1, status: 'canceled' }],
    end: { status: 'WITHDRAWN', reason: expect.stringContaining('canceled') },
  },
  'canceled and brought back': {
    versions: [FIRST, { version: 2, status: 'canceled' }, { version: 3, words: 'Bea said: "The gate was open."' }],
    end: { status: 'READY', version: '3' },
  },
  embargoed: {
    versions: [{ ...FIRST, embargoed: LATER }],
    end: { status: 'EMBARGOED', embargoedUntil: LATER },
  },
  'embargoed once it had been shown': {
    versions: [FIRST, { version: 2, words: 'Bea said: "Not yet."', embargoed: LATER }],
    end: { status: 'EMBARGOED', embargoedUntil: LATER },
  },
};

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => services.stop());

const DAY_MS = 24 * 60 * 60 * 1000;
/** From here the embargo is a day off. */
const NOW = Date.parse(LATER) - DAY_MS;

/** The services' own clocks are not looked at by the emulators. */
function itIs(time: number): void {
  jest.spyOn(Date, 'now').mockReturnValue(time);
}

let opened = 0;

/** The two ways of a file into a table of its own, with the events that subscribers are told. */
async function openWays() {
  const { s3, dynamo } = services;
  const bucket = `way-${opened++}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const [live, archive] = [await openSide(), await openSide()];
  const requests: ExtractionRequest[] = [];
  const again: Arrival[] = [];
  const analysed = { analyse: quickAnalysis(1), extractorVersion: 1 };
  let drops = 0;

  const arrive = async (arrival: Arrival) => {
    const split = splitArticle({
      ...live,
      inbox: openInbox(s3),
      extractions: { request: (request) => Promise.resolve(void requests.push(request)) },
      arrivals: { again: (arrival) => Promise.resolve(void again.push(arrival)) },
    });
    await split(arrival);
    for (const request of requests.splice(0)) await extractArticle({ ...live, ...analysed })(request);
  };

  return {
    live,
    archive,
    /** Puts a version into the bucket; it arrives by S3's event. */
    drop: async (key: string, body: string): Promise<void> => {
      const { ETag } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
      const object = { key, eTag: ETag!.replaceAll('"', ''), sequencer: String(++drops).padStart(4, '0') };
      const records = [{ eventName: 'ObjectCreated:Put', s3: { bucket: { name: bucket }, object } }];
      for (const arrival of readArrivals(JSON.stringify({ Records: records }))) await arrive(arrival);
    },
    /** What the queue gives back once an embargo is over. */
    lookAgain: async (): Promise<void> => {
      for (const arrival of again.splice(0)) await arrive(arrival);
    },
    /** A run over the bucket as it stands. @returns what became of the file. */
    backfill: async (key: string): Promise<Fate> => {
      const lastModified = new Date(Date.UTC(2026, 2, 3, 10, drops)).toISOString();
      const event = { Items: [{ bucket, key, lastModified }], BatchInput: { source: { kind: 'archive', bucket } } };
      const parts = { ...archive, ...analysed, inbox: openInbox(s3), tell: () => undefined, hasTime: () => true };
      const { counts } = await backfillFiles(parts, event);
      return (Object.keys(counts) as Fate[]).find((fate) => counts[fate] === 1)!;
    },
  };

  async function openSide() {
    const table = await dynamo.createTable();
    const heard: ResultEvent[] = [];
    const events = {
      quiet: false,
      // An event's id is made of key and revision.
      publish: (event: ResultEvent) => Promise.resolve(void heard.push({ ...event, id: '' })),
      withSignal: () => events,
    };
    return { table, events, heard, rows: () => dynamo.rows(table.name) };
  }
}

/** Without where the article stands and which of the two counts its versions. */
function sameFromBoth(told: readonly (Item | ResultEvent)[], key: string): unknown {
  const text = JSON.stringify(told).replaceAll(key, 'KEY');
  const revisions = [...new Set(text.match(/\b[0-9A-F]{32}\b/g))].sort();
  return JSON.parse(revisions.reduce((text, revision, index) => text.replaceAll(revision, `REVISION ${index}`), text));
}

describe.each(Object.keys(FORMATS))('%s', (key) => {
  test.each(Object.keys(LIVES))('%s: through the back-fill it ends as through the inbox', async (name) => {
    const { versions, end } = LIVES[name]!;
    const { live, archive, drop, lookAgain, backfill } = await openWays();
    itIs(NOW);
    let fate: Fate | undefined;
    for (const version of versions) {
      await drop(key, FORMATS[key]!(version));
      fate = await backfill(key);
    }
    const both = async () => {
      const archived = (await archive.rows())[0]!.pk.slice('ARTICLE#'.length);
      const [rows, events] = [await live.rows(), live.heard];
      expect(sameFromBoth(await archive.rows(), archived)).toEqual(sameFromBoth(rows, key));
      expect(sameFromBoth(archive.heard, archived)).toEqual(sameFromBoth(events, key));
      return rows.find(({ sk }) => sk === 'ARTICLE');
    };
    expect(await both()).toMatchObject(end);
    expect(fate).toBe((end as { status: string }).status.toLowerCase());

    // Again: nothing is read twice, and what is still under embargo says so.
    await lookAgain();
    expect(await backfill(key)).toBe(fate === 'embargoed' ? 'embargoed' : 'current');
    expect(await both()).toMatchObject(end);
    if (fate !== 'embargoed') return;
    itIs(NOW + DAY_MS + 1);
    await lookAgain();
    expect(await backfill(key)).toBe('ready');
    expect(await both()).toMatchObject({ status: 'READY', embargoedUntil: LATER });
  });
});
