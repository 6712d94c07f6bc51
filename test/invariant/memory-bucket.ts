import { createHash } from 'node:crypto';
import { GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';

import type { StoredObject } from './services.ts';

/** An object's version, or the marker of its deletion. */
interface Version {
  readonly bytes: Uint8Array | undefined;
  readonly etag: string;
  readonly published: string;
}

/** A versioned bucket, as far as the inbox is read. */
export class MemoryBucket {
  readonly #versions = new Map<string, Version[]>();

  /** @returns the ETag, without its quotation marks. */
  put(key: string, bytes: Uint8Array, published: string): string {
    const etag = createHash('md5').update(bytes).digest('hex');
    this.#of(key).push({ bytes, etag, published });
    return etag;
  }

  /** Leaves a delete marker. */
  remove(key: string): void {
    this.#of(key).push({ bytes: undefined, etag: '', published: '' });
  }

  /** Deletes a version for good: the current one, so that the one before it stands again, or an older one. */
  deleteVersion(key: string, which: 'current' | 'oldest'): void {
    const versions = this.#of(key);
    if (which === 'current') versions.pop();
    else if (versions.length > 1) versions.shift();
  }

  objects(): StoredObject[] {
    return [...this.#versions.keys()].sort().flatMap((key) => {
      const { bytes, etag, published } = this.#of(key).at(-1) ?? {};
      return bytes ? [{ key, etag: `"${etag!}"`, bytes, published: published! }] : [];
    });
  }

  answer(command: object): object {
    if (!(command instanceof GetObjectCommand)) throw new Error(`${command.constructor.name} is not imitated.`);
    const { Key, IfMatch } = command.input;
    const object = this.#of(Key!).at(-1);
    if (!object?.bytes) throw refusal('NoSuchKey', 404);
    if (IfMatch !== undefined && IfMatch !== `"${object.etag}"`) throw refusal('PreconditionFailed', 412);
    const { bytes, published } = object;
    return {
      Body: { transformToByteArray: () => Promise.resolve(bytes), destroy: () => undefined },
      ContentLength: bytes.length,
      ETag: `"${object.etag}"`,
      Metadata: { published },
      LastModified: new Date(published),
    };
  }

  #of(key: string): Version[] {
    const versions = this.#versions.get(key) ?? [];
    this.#versions.set(key, versions);
    return versions;
  }
}

const refusal = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, $fault: 'client', message: name, $metadata: { httpStatusCode } });
