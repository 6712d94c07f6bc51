import { unzipSync } from 'fflate';
import { MAX_FILE_BYTES } from '../../article/limits.ts';
import { type BadMember, type Member } from './member.ts';

/** Files of systems, and hidden ones: `.DS_Store`, `__MACOSX/`. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  eml: 'message/rfc822',
  md: 'text/markdown',
};

/** The files of an archive. Those that are larger than is read are not unpacked. */
export function unpackZip(archive: Uint8Array): (Member | BadMember)[] {
  const bad: BadMember[] = [];
  const files = unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      if (name.endsWith('/') || HIDDEN.test(name)) return false;
      if (originalSize <= MAX_FILE_BYTES) return true;
      bad.push({ name, problem: `it has ${originalSize} bytes, at most ${MAX_FILE_BYTES} are read` });
      return false;
    },
  });
  const members = Object.entries(files).map(([name, body]) => ({
    name: name
      .split('/')
      .filter((part) => part !== '..' && part !== '')
      .join('/'),
    body,
    contentType: CONTENT_TYPES[name.split('.').at(-1)!.toLowerCase()] ?? 'text/plain',
  }));
  return [...members, ...bad];
}
