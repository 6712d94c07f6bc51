import { statSync } from 'node:fs';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start [-- FILE... [--once]]

Runs the stack on this machine (127.0.0.1, in memory) and drops the files into its inbox; prints what is found in each
and stays up for more. Without a file it waits for what you drop.

  FILE     an article as text, HTML, ninjs, NewsML-G2, NITF, mail or Markdown; its key is its path from here, or its name where it lies elsewhere
  --once   end when each article is read: 0 where all are READY, 1 where one was rejected or not read in time
  --help   show this`;

/** What was typed cannot be run; the message says what would. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface ArticleFile {
  readonly path: string;
  /** Where it is put in the inbox, and its id from then on. */
  readonly key: string;
}

export interface StartOptions {
  readonly files: readonly ArticleFile[];
  readonly once: boolean;
  readonly help: boolean;
}

/**
 * @param here Folder that paths are relative to.
 * @throws UsageError
 */
export function readStartOptions(args: readonly string[], here: string): StartOptions {
  const { positionals, values } = parse(args);
  const files = positionals.map((name) => articleFile(resolve(here, name), name, here));
  for (const [i, { key, path }] of files.entries()) {
    const duplicate = files.findIndex((other) => other.key === key);
    if (duplicate !== i) {
      throw new UsageError(
        `${files[duplicate]!.path} and ${path} would both be ${key} in the inbox: start from a folder above both.`,
      );
    }
  }
  if (values.once && !values.help && files.length === 0) {
    throw new UsageError(`--once needs a file to read: npm start -- FILE... --once`);
  }
  return { files, once: values.once, help: values.help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { once: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function articleFile(path: string, name: string, here: string): ArticleFile {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`${name} does not exist (looked in ${here}): name an existing file.`);
  if (found.isDirectory())
    throw new UsageError(`${name} is a folder: name the files in it, for instance ${name}/*.txt`);
  const fromHere = relative(here, path);
  const outside = fromHere.startsWith('..') || isAbsolute(fromHere);
  return { path, key: outside ? basename(path) : fromHere.split(sep).join('/') };
}
