import { statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from './project.ts';

export const USAGE = `Usage: npm start [-- FILE... [--once] [--keep]]

Runs the stack on this machine (127.0.0.1) and drops the files into its inbox; prints what is found in each and stays
up for more. Without a file it waits for what you drop. Unless asked otherwise all is in memory, and gone when it ends.

  FILE     an article as text, HTML, ninjs, NewsML-G2, NITF, mail or Markdown; its key is its path from here, or its name where it lies elsewhere
  --once   end when each article is read: 0 where all are READY, 1 where one was rejected or not read in time
  --keep   keep what it holds, articles and what was found in them, for the next run with --keep; in .cache/kept
  --keep-in FOLDER   the same in this folder, as one of several
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
  /** Folder that all is kept in for the next run. */
  readonly keepIn: string | undefined;
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
  const keepIn = values['keep-in'] === undefined ? undefined : resolve(here, values['keep-in']);
  return { files, once: values.once, keepIn: keepIn ?? (values.keep ? KEPT : undefined), help: values.help };
}

/** Where `--keep` keeps things. */
const KEPT = join(cacheFolder, 'kept');

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        once: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        'keep-in': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
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
