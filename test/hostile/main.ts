import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTagger } from '../../shared/language/3-tags/tagger.ts';
import { MAX_ARTICLE_BYTES } from '../../shared/article/limits.ts';
import { hostileFiles } from './hostile-files.ts';
import { processFile } from './process-file.ts';

const USAGE = `npm run hostile -- [--size BYTES]

Processes each hostile file in a process of its own, and tells what became of it, its time and its peak of memory.
  --size  of those that are processed; else a little less than an article may have`;

const { values, positionals } = parseArgs({
  options: { size: { type: 'string', default: String(MAX_ARTICLE_BYTES - 1_000) } },
  allowPositionals: true,
});
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1_000 || size >= MAX_ARTICLE_BYTES) {
  console.error(USAGE);
  process.exit(2);
}

const [name] = positionals;
if (name === undefined) {
  console.log('file                              bytes       outcome              rows    seconds  CPU s   peak MB');
  for (const file of hostileFiles(size)) {
    // Each in a process of its own, whose peak is its own.
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), '--size', values.size, file.name],
      {
        encoding: 'utf8',
      },
    );
    console.log(child.status === 0 ? child.stdout.trimEnd() : `${file.name}: FAILED ${child.stderr.slice(-2_000)}`);
    if (child.status !== 0) process.exitCode = 1;
  }
} else {
  const file = hostileFiles(size).find((one) => one.name === name)!;
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
