import { expect, test } from '@jest/globals';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { hostileFiles } from './hostile-files.ts';
import { processFile } from './process-file.ts';

/** Enough to go wrong; `npm run verify -- hostile` takes the largest and measures time and memory. */
const SIZE = 2_000;

test.each(hostileFiles(SIZE).map((file) => [file.name, file] as const))('%s', async (_, { outcome, bytes }) => {
  expect(await processFile(bytes(), await loadTagger())).toMatchObject({ outcome });
});
