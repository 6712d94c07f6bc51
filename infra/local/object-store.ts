import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildAppOptions } from 'fauxqs';
import { projectRoot } from './project.ts';

/** As the emulator has it. */
interface StoredObject {
  readonly key: string;
  readonly body: Buffer;
  readonly lastModified: Date;
}

/** What the emulator's module holds, of which its package exports nothing. */
interface EmulatorsBuckets {
  readonly S3Store: new () => {
    buckets: Map<string, Map<string, StoredObject>>;
    hasBucket(name: string): boolean;
    createBucket(name: string): void;
  };
}

/** The emulator's buckets, their objects in memory and in files of this folder, where the next run finds them. */
export async function openObjectStore(folder: string): Promise<NonNullable<BuildAppOptions['stores']>['s3Store']> {
  const module = pathToFileURL(join(projectRoot, 'node_modules/fauxqs/dist/s3/s3Store.js')).href;
  const { S3Store } = (await import(module)) as EmulatorsBuckets;
  return new (class extends S3Store {
    override createBucket(name: string): void {
      if (this.hasBucket(name)) return;
      super.createBucket(name);
      this.buckets.set(name, new ObjectFiles(join(folder, name)));
    }
  })() as unknown as NonNullable<BuildAppOptions['stores']>['s3Store'];
}

/** Objects by key; each is a file that begins with a line of JSON, all but the body. */
class ObjectFiles extends Map<string, StoredObject> {
  readonly #folder: string;

  constructor(folder: string) {
    super();
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      // The beginnings of what was written when a run was killed.
      if (name.endsWith(UNFINISHED)) rmSync(join(folder, name));
      else {
        const object = readObject(readFileSync(join(folder, name)));
        super.set(object.key, object);
      }
    }
  }

  override set(key: string, object: StoredObject): this {
    const path = this.#pathOf(key);
    const { body, ...rest } = object;
    writeFileSync(path + UNFINISHED, Buffer.concat([Buffer.from(`${JSON.stringify(rest)}\n`), body]));
    renameSync(path + UNFINISHED, path);
    return super.set(key, object);
  }

  override delete(key: string): boolean {
    rmSync(this.#pathOf(key), { force: true });
    return super.delete(key);
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  /** Keys may be longer than names of files, and lead out of the folder. */
  #pathOf(key: string): string {
    return join(this.#folder, createHash('sha256').update(key).digest('hex'));
  }
}

const UNFINISHED = '.unfinished';

function readObject(file: Buffer): StoredObject {
  const end = file.indexOf('\n');
  const rest = JSON.parse(file.toString('utf8', 0, end)) as Omit<StoredObject, 'body' | 'lastModified'> & {
    lastModified: string;
  };
  return { ...rest, lastModified: new Date(rest.lastModified), body: file.subarray(end + 1) };
}
