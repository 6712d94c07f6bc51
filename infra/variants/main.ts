import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkedApp } from '../checked-app.ts';
import { cacheFolder } from '../local/project.ts';
import { coveringVariants, NAMED_VARIANTS } from './settings.ts';

/**
 * `npm run verify -- settings`: the largest variants; with `--together 2` besides as many as it takes for every two choices of
 * different settings to meet, with 3 every three, up to 5; with `--part 2/6` a part of them.
 */
const { values } = parseArgs({
  options: {
    together: { type: 'string' },
    part: { type: 'string', default: '1/1' },
  },
});
const [part = 1, parts = 1] = values.part.split('/').map(Number);

/** Of cfn-lint 1: what is left out is said by the CDK on purpose. W3005: a dependency that a reference implies already. */
const CFN_LINT = ['--ignore-checks', 'W3005', '--regions', 'eu-central-1', '--template'];

const linter = findLinter();
if (linter === undefined)
  console.log('SKIPPED, cfn-lint: not installed (pip install cfn-lint, or npm run verify -- deployment once).');
const all = { ...NAMED_VARIANTS, ...(values.together && coveringVariants(Number(values.together))) };
const variants = Object.entries(all).filter((_, index) => index % parts === part - 1);
for (const [name, settings] of variants) {
  const directory = mkdtempSync(join(tmpdir(), 'news-ingest-variant-'));
  const problems = problemsOf(directory, settings);
  rmSync(directory, { recursive: true });
  console.log(`${name}: ${problems.length === 0 ? 'no finding' : `\n${problems.join('\n')}`}`);
  if (problems.length > 0) process.exitCode = 1;
}
console.log(`${variants.length} of ${Object.keys(all).length} variants`);

/** Runs the app, nag included; then the linter on what it wrote. */
function problemsOf(outdir: string, settings: Readonly<Record<string, string>>): string[] {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  try {
    checkedApp({ outdir, context: { ...context, ...settings } }).synth();
  } catch (error) {
    return [String(error)];
  }
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: unknown[];
  };
  const nag = report.pluginReports.map((found) => `cdk-nag: ${JSON.stringify(found)}`);
  return linter === undefined ? nag : [...nag, ...lint(join(outdir, 'news-ingest.template.json'))];
}

function lint(template: string): string[] {
  const { status, stdout, stderr } = spawnSync(linter!, [...CFN_LINT, template], { encoding: 'utf8' });
  return status === 0 ? [] : [stdout + stderr];
}

function findLinter(): string | undefined {
  const beside = join(cacheFolder, 'rehearsal', 'venv', 'bin', 'cfn-lint');
  if (existsSync(beside)) return beside;
  return spawnSync('cfn-lint', ['--version']).status === 0 ? 'cfn-lint' : undefined;
}
