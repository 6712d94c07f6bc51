import * as z from 'zod/mini';
import { type Revision, revisionOf } from './revision.ts';

/** An event of the inbox: something now stands under this key, or no longer does; or a request to look again. */
export interface Arrival {
  readonly kind: 'created' | 'removed' | 'reconciled';
  readonly bucket: string;
  /** As it was dropped, decoded. */
  readonly key: string;
  readonly revision: Revision;
  /** When it happened, as S3 tells. ISO 8601, UTC. */
  readonly happenedAt?: string | undefined;
  /** Of what was created, with its quotation marks, as conditional requests take it. */
  readonly etag?: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const notification = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      eventTime: z.optional(z.string()),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), eTag: z.optional(z.string()), sequencer: z.optional(z.string()) }),
      }),
    }),
  ),
});

/** What `news-ingest reconcile` asks where bucket and table differ: to look at a key, under a revision of its own. */
const reconciliation = z.object({
  reconcile: z.object({
    bucket: z.string(),
    key: z.string(),
    revision: z.string().check(z.regex(/^[0-9A-F]{32}$/)),
    etag: z.optional(z.string()),
  }),
});
export type Reconciliation = z.output<typeof reconciliation>;

/** Sent once, when the bucket is subscribed to the queue. */
const testEvent = z.object({ Event: z.literal('s3:TestEvent') });

/**
 * Reads the body of a message on the arrivals queue. Events that are neither creations nor removals (tagging, restoring from
 * an archive) change no text and give nothing.
 * @throws Error that tells what was expected: someone else writes to the queue.
 */
export function readArrivals(body: string): Arrival[] {
  const message = parseJson(body);
  if (testEvent.safeParse(message).success) return [];
  const asked = reconciliation.safeParse(message);
  if (asked.success) return [{ kind: 'reconciled', ...asked.data.reconcile }];
  const read = notification.safeParse(message);
  if (!read.success) {
    throw new Error(
      `The message is not a notification of Amazon S3 (${read.error.issues.map(told).join('; ')}): let the inbox bucket alone ` +
        'send to the arrivals queue, directly rather than through SNS or EventBridge.',
    );
  }
  return read.data.Records.flatMap(({ eventName, eventTime, s3: { bucket, object } }) => {
    const kind = kindOf(eventName);
    if (!kind) return [];
    return {
      kind,
      bucket: bucket.name,
      ...(eventTime !== undefined && { happenedAt: eventTime }),
      key: decodeKey(object.key),
      revision: revisionOf(object.sequencer ?? ''),
      ...(kind === 'created' && object.eTag && { etag: `"${object.eTag.replaceAll('"', '')}"` }),
    };
  });
}

const told = ({ path, message }: { path: PropertyKey[]; message: string }) => `${path.join('.')} ${message}`.trim();

/** "ObjectCreated:Put", "ObjectRemoved:DeleteMarkerCreated" … */
const kindOf = (eventName: string): Arrival['kind'] | undefined => {
  const name = eventName.replace(/^s3:/, '');
  if (name.startsWith('ObjectCreated:')) return 'created';
  if (name.startsWith('ObjectRemoved:') || name.startsWith('LifecycleExpiration:')) return 'removed';
  return undefined;
};

/** S3 encodes the keys in its events as HTML forms do: a space is "+". */
const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
