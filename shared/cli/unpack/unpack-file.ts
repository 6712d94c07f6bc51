import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode } from '../../article/decode.ts';
import { ArticleRejected } from '../../article/article-rejected.ts';
import { UsageError } from '../usage-error.ts';
import type { BadMember, Member } from './member.ts';

type Members = Iterable<Member | BadMember> | AsyncIterable<Member | BadMember>;

/** What is read into memory as a whole: all but web archives. */
const MAX_UNPACKED_BYTES = 1_000_000_000;

/** Enough to tell what a file is. */
const BEGINNING = 64_000;

/** The articles in a file that holds several: feed, package, archive. Undefined where it is one article, or none. */
export async function unpackFile(path: string): Promise<Members | undefined> {
  const beginning = await beginningOf(path);
  if (beginning === undefined) return undefined;
  if (beginning.startsWith('WARC/')) return (await import('./warc.ts')).unpackWarc(path);
  if (beginning.startsWith('PK\u0003\u0004') && !/\[Content_Types\]|mimetypeapplication/.test(beginning)) {
    return (await import('./zip.ts')).unpackZip(whole(path));
  }
  const isFeed = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:rss|feed|(?:\w+:)?RDF)\b/.test(beginning);
  const isJsonFeed = /^\s*\{[\s\S]{0,500}"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(beginning);
  if (isFeed || isJsonFeed) return (await import('./feed.ts')).unpackFeed(await textOf(path));
  const packages = await import('./packages.ts');
  if (/<(?:\w+:)?newsMessage\b/.test(beginning)) return packages.unpackNewsMl(await textOf(path));
  if (/^\s*[[{]/.test(beginning)) return unlessRejected(async () => packages.unpackJson(await textOf(path)));
  return undefined;
}

/** What is broken is dropped as it is, and refused with its reason where the user looks. */
async function unlessRejected<T>(unpack: () => Promise<T>): Promise<T | undefined> {
  try {
    return await unpack();
  } catch (error) {
    if (error instanceof ArticleRejected) return undefined;
    throw error;
  }
}

async function beginningOf(path: string): Promise<string | undefined> {
  const buffer = Buffer.alloc(BEGINNING);
  const file = openSync(path, 'r');
  const length = readSync(file, buffer);
  closeSync(file);
  const bytes = buffer.subarray(0, length);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // A WARC is compressed record by record; its first tells what it is.
    return /\.warc\.gz$/i.test(path) ? 'WARC/' : undefined;
  }
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return bytes.toString('latin1');
  return unlessRejected(async () => (await decode(bytes.subarray(0, wholeCharacters(bytes)))).text);
}

/** The beginning may end amid a character: the last ASCII byte is a safe end. */
function wholeCharacters(bytes: Uint8Array): number {
  if (bytes.length < BEGINNING) return bytes.length;
  let end = bytes.length - (bytes.length % 2);
  while (end > 2 && bytes[end - 1]! > 127) end -= 2;
  return end;
}

function whole(path: string): Uint8Array {
  const { size } = statSync(path);
  if (size <= MAX_UNPACKED_BYTES) return readFileSync(path);
  throw new UsageError(`${path} has ${size} bytes, at most ${MAX_UNPACKED_BYTES} are unpacked: take it apart first.`);
}

async function textOf(path: string): Promise<string> {
  const bytes = whole(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (await decode(isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES }) : bytes)).text;
}
