import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { billOfMaterials } from './bill-of-materials.ts';
import * as functions from './packages.ts';
import { shippedPackages } from './shipped-packages.ts';

/** What ships may be used, changed and sold by anybody, without a duty beyond a notice. */
const PERMISSIVE =
  /^(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD(-[23]-Clause)?|CC0-1\.0|ISC|MIT(-0)?|Python-2\.0|Unlicense|Zlib)$/;

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      deprecated: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

const auditReport = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }),
});

/** What npm prints instead where a registry answers no audits. */
const auditError = z.object({ message: z.string() });

const { values } = parseArgs({ options: { sbom: { type: 'string' } } });

const problems = [...lockFileProblems(), ...billProblems(values.sbom), ...vulnerabilityProblems()];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Of all packages that are installed without development's: licences, and whether somebody still mends them. */
function lockFileProblems(): string[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  console.log(`${shipped.length} packages that ship: licences and deprecations checked.`);
  const licences = shipped
    .filter(([, { license = '' }]) => !isPermissive(license))
    .map(
      ([path, { license = 'none' }]) =>
        `${path}: licence ${license}; replace it, or add the licence to PERMISSIVE in infra/audit.ts.`,
    );
  const deprecations = shipped
    .filter(([, { deprecated }]) => deprecated !== undefined)
    .map(([path, { deprecated = '' }]) => `${path} is deprecated (${deprecated}): replace it.`);
  return [...licences, ...deprecations];
}

/** Of the bill of materials, which is written where that is asked for: whether it has all that is in a function's code. */
function billProblems(file: string | undefined): string[] {
  const bill = billOfMaterials();
  if (file !== undefined) writeFileSync(file, JSON.stringify(bill, null, 2));
  const listed = new Map(
    bill.components.map(({ name, version, licenses = [] }) => [`${name}@${version}`, licenses.length]),
  );
  const shipped = new Set(
    Object.values(functions).flatMap((props) =>
      shippedPackages(props).map(({ name, version }) => `${name}@${version}`),
    ),
  );
  console.log(
    `${listed.size} packages in the bill of materials${file === undefined ? '' : `, ${file}`}; ${shipped.size} of them in the functions' code.`,
  );
  return [...shipped].flatMap((id) => {
    if (!listed.has(id)) return [`${id} is in a function and not in the bill of materials.`];
    return listed.get(id) === 0 ? [`${id} has no licence in the bill of materials.`] : [];
  });
}

/** "(MIT OR GPL-3.0)": one of them will do; "MIT AND ISC": both are asked for. */
function isPermissive(expression: string): boolean {
  const alternatives = expression.replace(/[()]/g, '').split(' OR ');
  return alternatives.some((each) => each.split(' AND ').every((licence) => PERMISSIVE.test(licence.trim())));
}

/**
 * Asks npm's registry, which alone knows: its bulk advisories are the one endpoint, and many mirrors answer no POST. A step
 * that is skipped says so, with the reason.
 */
function vulnerabilityProblems(): string[] {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const report = auditReport.safeParse(parseJson(stdout));
  if (!report.success) {
    const failure = auditError.safeParse(parseJson(stdout));
    const reason = failure.success ? failure.data.message : stderr.trim().split('\n').at(-1);
    console.log(
      `SKIPPED, known vulnerabilities: the registry gives no advisories (${reason ?? 'no answer'}). Run this where it does.`,
    );
    return [];
  }
  const { high, critical } = report.data.metadata.vulnerabilities;
  console.log(`Known vulnerabilities in what ships: ${critical} critical, ${high} high.`);
  return high + critical === 0 ? [] : ['Update what "npm audit --omit=dev" names.'];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
