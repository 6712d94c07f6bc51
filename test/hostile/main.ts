import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadTagger } from '../../shared/language/3-tags/tagger.ts';
import { MAX_ARTICLE_BYTES } from '../../shared/article/limits.ts';
import { hostileFiles } from './hostile-files.ts';
import { processFile } from './process-file.ts';

/** A little less than an article may have: what a repetition adds must fit. */
const SIZE = MAX_ARTICLE_BYTES - 1_000;

const name = process.argv[2];
if (name === undefined) {
  console.log('file                              bytes       outcome              rows    seconds  CPU s   peak MB');
  for (const file of hostileFiles(SIZE)) {
    // Each in a process of its own, whose peak is its own.
    const child = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), file.name], {
      encoding: 'utf8',
    });
    console.log(child.status === 0 ? child.stdout.trimEnd() : `${file.name}: FAILED ${child.stderr.slice(-2_000)}`);
    if (child.status !== 0) process.exitCode = 1;
  }
} else {
  const file = hostileFiles(SIZE).find((one) => one.name === name)!;
  const tagger = await loadTagger();
  const bytes = file.bytes();
  const [began, before] = [Date.now(), process.cpuUsage()];
  const { outcome, rows } = await processFile(bytes, tagger);
  const { user, system } = process.cpuUsage(before);
  const seconds = ((Date.now() - began) / 1_000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  console.log(
    `${name.padEnd(34)}${String(bytes.length).padEnd(12)}${outcome.padEnd(21)}${String(rows).padEnd(8)}${seconds.padEnd(9)}${((user + system) / 1e6).toFixed(1).padEnd(8)}${peak}`,
  );
  if (outcome !== file.outcome && outcome !== 'RESULT_TOO_LARGE') throw new Error(`${file.outcome} was expected.`);
}
