import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './local/project.ts';

/** Everything that can be switched on, in the combinations that differ most; every setting is in one of them at least. */
const WATCHED = { alarmEmail: 'desk@example.org', monthlyBudget: '200', tags: 'costCentre=news,owner=desk' };
const VARIANTS: Readonly<Record<string, Record<string, string>>> = {
  default: {},
  trial: { removalProtection: 'false', customerKey: 'true', redriveHours: '1' },
  guarded: {
    ...WATCHED,
    customerKey: 'true',
    tableDeletionProtection: 'true',
    operators: 'arn:aws:iam::111122223333:role/desk-*',
    redriveHours: '6',
  },
  traced: {
    tracing: 'true',
    gradualDeployment: 'true',
    alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:desk',
    tableCapacity: 'provisioned',
  },
  everything: {
    ...WATCHED,
    customerKey: 'true',
    tracing: 'true',
    gradualDeployment: 'true',
    tableCapacity: 'provisioned',
    redriveHours: '24',
    operators: 'arn:aws:iam::111122223333:role/desk',
    tableDeletionProtection: 'true',
  },
  adopting: { stateOnly: 'true', customerKey: 'true' },
};

/** Of cfn-lint 1: what is left out is said by the CDK on purpose. W3005: a dependency that a reference implies already. */
const CFN_LINT = ['--ignore-checks', 'W3005', '--regions', 'eu-central-1', '--template'];

const linter = findLinter();
if (linter === undefined)
  console.log('SKIPPED, cfn-lint: not installed (pip install cfn-lint, or npm run verify -- deployment once).');
for (const [name, settings] of Object.entries(VARIANTS)) {
  const directory = mkdtempSync(join(tmpdir(), 'news-ingest-variant-'));
  const problems = problemsOf(directory, settings);
  rmSync(directory, { recursive: true });
  console.log(`${name}: ${problems.length === 0 ? 'no finding' : `\n${problems.join('\n')}`}`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Runs the app, nag included; then the linter on what it wrote. */
function problemsOf(directory: string, settings: Record<string, string>): string[] {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
      env: { ...process.env, CDK_OUTDIR: directory, CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings }) },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    return [(error as { stderr: string }).stderr];
  }
  const report = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as {
    pluginReports: unknown[];
  };
  const nag = report.pluginReports.map((found) => `cdk-nag: ${JSON.stringify(found)}`);
  return linter === undefined ? nag : [...nag, ...lint(join(directory, 'news-ingest.template.json'))];
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
