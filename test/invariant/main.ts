import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkEmulated } from './emulated.ts';
import type { History } from './history.ts';
import { checkHistories } from './invariant.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';
import type { Outcome } from './world.ts';

const USAGE = `npm run verify -- invariant [--histories 4000] [--lost 1000] [--planted 3000] [--emulated 40] [--seed N]

Lives through random histories of an inbox, with every fault that AWS has, and looks whether bucket and table agree.
  --histories  how many of them
  --lost       how many in which three events of a hundred never arrive, and reconcile mends that
  --planted    how many at most until each known fault of such pipelines, planted on purpose, must be found
  --emulated   how many on dynalite and fauxqs, which must agree with the memory call by call
  --seed       of the random numbers, to repeat a run
0 leaves a part out.`;

const count = (value: number) => ({ type: 'string', default: String(value) }) as const;
const { values } = parseArgs({
  options: {
    histories: count(4_000),
    lost: count(1_000),
    planted: count(3_000),
    emulated: count(40),
    seed: count(Date.now() % 1_000_000_000),
    help: { type: 'boolean', default: false },
  },
});
const [histories, lost, planted, emulated, seed] = [
  Number(values.histories),
  Number(values.lost),
  Number(values.planted),
  Number(values.emulated),
  Number(values.seed),
];
if (
  values.help ||
  ![histories, lost, planted, emulated, seed].every((given) => Number.isInteger(given) && given >= 0)
) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

if (histories > 0) {
  const [totals, hear] = sum();
  await tell(`${histories} histories`, () => checkHistories({ numRuns: histories, seed }, undefined, hear), totals);
}
if (lost > 0) {
  const [totals, hear] = sum();
  const options = { lostPercent: 3 };
  await tell(
    `${lost} histories with lost events, reconciled`,
    () => checkHistories({ numRuns: lost, seed }, undefined, hear, options),
    totals,
  );
}
if (emulated > 0) {
  await tell(`${emulated} histories on the emulators`, () => checkEmulated({ numRuns: emulated, seed }));
}
if (planted > 0) {
  console.log(`planted faults, and at which history each is found (seed ${seed})`);
  for (const [name, fault] of Object.entries(PLANTED_FAULTS)) {
    const found = await checkHistories({ numRuns: planted, seed, endOnFailure: true }, fault);
    const [how = ''] = String((found.errorInstance as Error | undefined)?.message).split('\n');
    console.log(`  ${name.padEnd(36)}${found.failed ? `${found.numRuns}: ${how.slice(0, 100)}` : 'NOT FOUND'}`);
    if (!found.failed) process.exitCode = 1;
  }
}

/** What happened in all histories that are heard. */
function sum(): [totals: Record<string, number>, hear: (outcome: Outcome) => void] {
  const totals: Record<string, number> = {};
  return [
    totals,
    ({ counts }) => {
      for (const [what, number] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + number;
    },
  ];
}

async function tell(
  what: string,
  check: () => Promise<fc.RunDetails<[History]>>,
  totals: Record<string, number> = {},
): Promise<void> {
  const began = Date.now();
  const found = await check();
  if (found.failed) {
    console.error(`${what}: DO NOT HOLD\n${fc.defaultReportMessage(found)}`);
    process.exitCode = 1;
    return;
  }
  console.log(`${what} hold (seed ${seed}, ${Math.round((Date.now() - began) / 1_000)} s)`);
  const told = Object.entries(totals).sort(([, one], [, other]) => other - one);
  for (const [name, number] of told) console.log(`  ${name.padEnd(26)}${number}`);
}
