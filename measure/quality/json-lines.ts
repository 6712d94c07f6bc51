import { readFile, writeFile } from 'node:fs/promises';
import type { z } from 'zod';

/** The objects of a file with one JSON object a line. Errors name file and line. */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1} is not in the expected format: ${String(error)}`, { cause: error });
    }
  });
}

export const writeJsonLines = (file: string, objects: readonly unknown[]): Promise<void> =>
  writeFile(file, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
