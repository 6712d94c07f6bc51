import { createHash } from 'node:crypto';

/** An article out of a file that holds several. */
export interface Member {
  /** Within the file: the rest of its key. The same each time that the file is unpacked. */
  readonly name: string;
  readonly body: Uint8Array;
  readonly contentType: string;
  /** ISO 8601, where the file states a date and the member itself does not. */
  readonly publishedAt?: string | undefined;
}

/** A member that cannot be dropped; it costs no other anything. */
export interface BadMember {
  readonly name: string;
  readonly problem: string;
}

/** Keys stay readable, and below the 1,024 bytes that S3 takes. */
const LONGEST_NAME = 80;

/** From an address or an identifier: its readable end, and what tells it from others. */
export function memberName(identifier: string, ending: string): string {
  const readable = identifier
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[?#]/)[0]!
    .replace(/\.(?:html?|xml|json|php|aspx?)$/i, '')
    .replace(/[^\p{L}\p{N}._/-]+/gu, '-')
    .split('/')
    .filter((part) => part !== '' && !/^\.+$/.test(part))
    .slice(-1)
    .join('')
    .slice(0, LONGEST_NAME);
  return `${readable}${readable === '' ? '' : '-'}${digestOf(identifier).slice(0, 8)}${ending}`;
}

export const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
