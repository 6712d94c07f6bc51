import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkHistories } from './invariant.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';
import type { Outcome } from './world.ts';

const USAGE = `npm run verify -- invariant [--histories 10000] [--seed N] [--lost 3] [--planted]

Lives through random histories of an inbox, with every fault that AWS has, and looks whether bucket and table agree.
  --histories  how many
  --seed       of the random numbers, to repeat a run
  --lost       so many events of a hundred never arrive; reconcile mends that
  --planted    plants each known fault of such pipelines, and tells when it was found`;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    lost: { type: 'string', default: '0' },
    planted: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [numRuns, seed] = [Number(values.histories), Number(values.seed)];
if (values.help || !Number.isInteger(numRuns) || numRuns < 1 || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

if (values.planted) {
  console.log(`planted fault                 found at history (seed ${seed})`);
  for (const [name, planted] of Object.entries(PLANTED_FAULTS)) {
    const {
      failed,
      numRuns: lived,
      errorInstance,
    } = await checkHistories({ numRuns, seed, endOnFailure: true }, planted);
    const how = String((errorInstance as Error | undefined)?.message).slice(0, 120);
    console.log(`${name.padEnd(30)}${failed ? `${lived}: ${how.replaceAll('\n', ' ')}` : 'not found'}`);
    if (!failed) process.exitCode = 1;
  }
} else {
  const began = Date.now();
  const totals: Record<string, number> = {};
  let lived = 0;
  const count = ({ counts }: Outcome): void => {
    lived++;
    for (const [what, number] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + number;
    if (lived % 1_000 === 0) console.error(`${lived} histories, ${Math.round((Date.now() - began) / 1_000)} s`);
  };
  const found = await checkHistories({ numRuns, seed }, undefined, count, { lostPercent: Number(values.lost) });
  if (found.failed) {
    console.error(fc.defaultReportMessage(found));
    process.exitCode = 1;
  } else {
    const told = Object.entries(totals).sort(([, one], [, other]) => other - one);
    console.log(`${lived} histories hold (seed ${seed}, ${Math.round((Date.now() - began) / 1_000)} s)`);
    for (const [what, number] of told) console.log(`  ${what.padEnd(26)}${number}`);
  }
}
