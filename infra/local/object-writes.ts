import type { buildApp } from 'fauxqs';

/** A change of a bucket, as S3 would tell of it. */
export interface ObjectWrite {
  readonly bucket: string;
  readonly key: string;
  readonly event:
    'ObjectCreated:Put' | 'ObjectCreated:Copy' | 'ObjectCreated:CompleteMultipartUpload' | 'ObjectRemoved:Delete';
  /** Later writes have greater ones; see `nextSequencer`. */
  readonly sequencer: string;
  /** Without its quotes; creations only. */
  readonly eTag?: string;
  /** Bytes; of what came in one request only. */
  readonly size?: number;
}

type App = ReturnType<typeof buildApp>;
interface Request {
  readonly method: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/**
 * The emulator has no notifications, so the writes are read off its traffic. It stores an object and sends the answer
 * in one go, and this hook is part of that: sequencers have the order of the writes.
 */
export function watchWrites(app: App, onWrite: (write: ObjectWrite) => void): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 300) {
      const answer = typeof payload === 'string' ? payload : '';
      for (const write of writesOf(request, answer, reply.getHeader('etag'))) {
        onWrite({ ...write, sequencer: nextSequencer() });
      }
    }
    done(null, payload);
  });
}

function writesOf(request: Request, answer: string, eTagHeader: unknown): Omit<ObjectWrite, 'sequencer'>[] {
  const { bucket, '*': key } = (request.params ?? {}) as { bucket?: string; '*'?: string };
  const query = (request.query ?? {}) as Record<string, string>;
  if (bucket === undefined) return [];
  const removed = [...answer.matchAll(/<Deleted><Key>([^<]*)<\/Key>/g)].map(([, name]) => unescapeXml(name!));
  if (request.method === 'POST' && removed.length > 0) {
    return removed.map((name) => ({ bucket, key: name, event: 'ObjectRemoved:Delete' }));
  }
  if (key === undefined || key === '') return [];
  const eTagInAnswer = unescapeXml(/<ETag>([^<]*)<\/ETag>/.exec(answer)?.[1] ?? '').replaceAll('"', '');
  if (request.method === 'DELETE' && !('uploadId' in query)) return [{ bucket, key, event: 'ObjectRemoved:Delete' }];
  if (request.method === 'POST' && 'uploadId' in query) {
    return [{ bucket, key, event: 'ObjectCreated:CompleteMultipartUpload', eTag: eTagInAnswer }];
  }
  if (request.method !== 'PUT' || 'partNumber' in query) return [];
  if (request.headers['x-amz-copy-source'] !== undefined) {
    return [{ bucket, key, event: 'ObjectCreated:Copy', eTag: eTagInAnswer }];
  }
  return [
    {
      bucket,
      key,
      event: 'ObjectCreated:Put',
      eTag: String(eTagHeader).replaceAll('"', ''),
      size: sizeOfBody(request),
    },
  ];
}

/** Bytes. A streamed body comes in signed chunks; its own length stands beside. */
function sizeOfBody(request: Request): number {
  const decoded = request.headers['x-amz-decoded-content-length'];
  return decoded === undefined ? Buffer.byteLength((request.body as Buffer | null) ?? '') : Number(decoded);
}

let lastSequence = 0n;

/**
 * A hexadecimal number whose text grows with every write, also over restarts. As in S3 the texts differ in length:
 * they are compared after the shorter one is padded with zeros on the right
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html).
 */
function nextSequencer(): string {
  const now = BigInt(Date.now()) << 20n;
  lastSequence = lastSequence < now ? now : lastSequence + 1n;
  return lastSequence
    .toString(16)
    .toUpperCase()
    .padStart(16, '0')
    .replace(/(?<!0)0+$/, '');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
