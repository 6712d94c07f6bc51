import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Measure } from './measure.ts';
import { gateParaphrases } from './paraphrases.ts';
import { gateQuotations } from './quotations.ts';
import { gateStatements } from './statements.ts';

/** Figures in percent, by their name. */
type Figures = Readonly<Record<string, number>>;

const measures = {
  quotations: gateQuotations,
  statements: gateStatements,
  paraphrases: gateParaphrases,
} satisfies Record<string, (gold: string) => Promise<Figures>>;

const gateSchema = z.array(
  z.object({
    measure: z.enum(Object.keys(measures) as (keyof typeof measures)[]),
    gold: z.string(),
    /** What the figures may not fall below. */
    floors: z.record(z.string(), z.number()),
  }),
);

/**
 * Fails where a figure falls below the one in the file: `npm run measure -- quality gate measure/quality/gate.json`. With `--out` it writes
 * the figures of today. Gold that stands beside the project is skipped aloud where it is not there.
 */
export const evaluateGate: Measure = async (file, { out }) => {
  const gates = gateSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const lines: string[] = [];
  const fallen: string[] = [];
  const today: z.output<typeof gateSchema> = [];
  for (const gate of gates) {
    lines.push(`${gate.measure} of ${gate.gold}`);
    if (!existsSync(gate.gold)) {
      lines.push('  SKIPPED: the file stands beside the project and is not there');
      today.push(gate);
      continue;
    }
    const figures = await measures[gate.measure](gate.gold);
    for (const [name, figure] of Object.entries(figures)) {
      const floor = gate.floors[name];
      const line = `  ${name}: ${toTenths(figure).toFixed(1)}, at least ${floor === undefined ? '-' : floor.toFixed(1)}`;
      lines.push(line);
      if (floor !== undefined && toTenths(figure) < floor) fallen.push(`${gate.gold}:${line}`);
    }
    const floors = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, toTenths(figure)]));
    today.push({ ...gate, floors });
  }
  if (out !== undefined) await writeFile(out, `${JSON.stringify(today, null, 2)}\n`);
  else if (fallen.length > 0) throw new Error([...lines, 'Fallen below the committed figures:', ...fallen].join('\n'));
  return lines.join('\n');
};

const toTenths = (figure: number): number => Math.round(10 * figure) / 10;
