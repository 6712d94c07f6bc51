import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readArrivals } from '../../shared/inbox/arrivals.ts';
import { publishedBy } from '../../shared/inbox/published-at.ts';
import { revisionOf } from '../../shared/inbox/revision.ts';

/** As S3 sends it, less what nobody reads. */
const record = (eventName: string, key: string, more: object = {}) => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  eventName,
  s3: { bucket: { name: 'inbox' }, object: { key, size: 3, sequencer: '0055AED6DCD90281E5', ...more } },
});
const body = (...records: object[]) => JSON.stringify({ Records: records });
const REVISION = '0055AED6DCD90281E500000000000000';

test('creations and removals are read, several of a message', () => {
  const created = record('ObjectCreated:Put', 'a.txt', { eTag: 'd41d8cd98f00b204e9800998ecf8427e' });
  const removed = record('ObjectRemoved:DeleteMarkerCreated', 'b.txt', { eTag: 'd41d8cd98f00b204e9800998ecf8427e' });
  expect(readArrivals(body(created, removed))).toEqual([
    { kind: 'created', bucket: 'inbox', key: 'a.txt', revision: REVISION, etag: '"d41d8cd98f00b204e9800998ecf8427e"' },
    { kind: 'removed', bucket: 'inbox', key: 'b.txt', revision: REVISION },
  ]);
});

test.each([
  ['ObjectCreated:CompleteMultipartUpload', 'created'],
  ['ObjectCreated:Copy', 'created'],
  ['ObjectCreated:Post', 'created'],
  ['ObjectRemoved:Delete', 'removed'],
  ['s3:ObjectRemoved:Delete', 'removed'],
  ['LifecycleExpiration:DeleteMarkerCreated', 'removed'],
])('%s is read as %s', (eventName, kind) => {
  expect(readArrivals(body(record(eventName, 'a')))).toMatchObject([{ kind }]);
});

test.each(['ObjectTagging:Put', 'ObjectRestore:Completed', 'Replication:OperationFailedReplication', 'ObjectAcl:Put'])(
  '%s changes no text and gives nothing',
  (eventName) => {
    expect(readArrivals(body(record(eventName, 'a')))).toEqual([]);
  },
);

test('the event that S3 sends when the queue is subscribed gives nothing', () => {
  expect(readArrivals(JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'inbox' }))).toEqual([]);
});

test.each([
  ['two+words.txt', 'two words.txt'],
  ['a%2Bb.txt', 'a+b.txt'],
  ['100%25/%22q%22%27.txt', '100%/"q"\'.txt'],
  ['%E8%A8%98%E4%BA%8B.txt', '記事.txt'],
])('the key %s is decoded to %s', (encoded, key) => {
  expect(readArrivals(body(record('ObjectCreated:Put', encoded)))).toMatchObject([{ key }]);
});

test.each([
  '',
  'not JSON',
  '[]',
  '{}',
  '{"Records":[{}]}',
  '{"Records":{}}',
  '{"Type":"Notification","Message":"{}"}',
  'null',
])('a message that is no notification is refused with the remedy: %s', (message) => {
  expect(() => readArrivals(message)).toThrow('let the inbox bucket alone send to the arrivals queue');
});

test('an event without its place among the others is refused with the remedy', () => {
  for (const sequencer of [undefined, '', 'xyz', '1'.repeat(25)]) {
    const message = body(record('ObjectCreated:Put', 'a', { sequencer }));
    expect(() => readArrivals(message)).toThrow('let Amazon S3 alone send to the arrivals queue');
  }
});

test('revisions have the order of sequencers right-padded with zeros, whatever their lengths and case', () => {
  const hex = fc.stringMatching(/^[0-9A-F]{1,20}$/);
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      const width = Math.max(one.length, other.length);
      const [first, second] = [one.padEnd(width, '0'), other.padEnd(width, '0')];
      expect(revisionOf(one) < revisionOf(other.toLowerCase())).toBe(first < second);
    }),
  );
});

test.each([
  ['2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['2026-11-23T22:30:00Z', '2026-11-23T22:30:00.000Z'],
  ['2026-11-24T07:30:00+09:00', '2026-11-23T22:30:00.000Z'],
  [' 2026-11-23T22:30:00.123Z ', '2026-11-23T22:30:00.123Z'],
])('an article says when it was published: %s', (published, instant) => {
  expect(publishedBy({ published })).toBe(instant);
});

test.each([
  '',
  'yesterday',
  '2026-02-30',
  '2026-11-23T25:00:00Z',
  '2026-11-23T22:30:00',
  '23.11.2026',
  '-000001-01-01',
  '0',
])('what is no ISO date counts for nothing: %p', (published) => {
  expect(publishedBy({ published })).toBeUndefined();
});
