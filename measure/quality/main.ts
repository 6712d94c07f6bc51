import { parseArgs } from 'node:util';
import type { Measure } from './measure.ts';

/** `npm run measure -- quality MEASURE GOLD [options]`: a file each, loaded when asked for. */
const measures: Readonly<Record<string, () => Promise<Measure>>> = {
  entities: async () => (await import('./entities.ts')).evaluateEntities,
  syntax: async () => (await import('./syntax.ts')).evaluateSyntax,
  mentions: async () => (await import('./mentions.ts')).evaluateMentions,
  parity: async () => (await import('./parity.ts')).evaluateParity,
  quotations: async () => (await import('./quotations.ts')).evaluateQuotations,
  gate: async () => (await import('./gate.ts')).evaluateGate,
  statements: async () => (await import('./statements.ts')).evaluateStatements,
  agreement: async () => (await import('./agreement.ts')).evaluateAgreement,
  names: async () => (await import('./names.ts')).evaluateNames,
  links: async () => (await import('./links.ts')).evaluateLinks,
  types: async () => (await import('./types.ts')).evaluateTypes,
  values: async () => (await import('./values.ts')).evaluateValues,
  formats: async () => (await import('./formats.ts')).evaluateFormats,
  paraphrases: async () => (await import('./paraphrases.ts')).evaluateParaphrases,
  coreference: async () => (await import('./coreference.ts')).evaluateCoreference,
};

const USAGE = `Usage: npm run measure -- quality ${Object.keys(measures).join('|')} GOLD... [--out PREDICTIONS] [--without RULE | --ablation] [--held-out] [--tuning] [--kinds] [--sample N] [--seed N] [--most ARTICLES] [--verbose]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    without: { type: 'string' },
    ablation: { type: 'boolean' },
    'held-out': { type: 'boolean' },
    tuning: { type: 'boolean' },
    kinds: { type: 'boolean' },
    verbose: { type: 'boolean' },
    sample: { type: 'string' },
    seed: { type: 'string' },
    most: { type: 'string' },
  },
});
const [name = '', gold, ...others] = positionals;
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const load = measures[name];
if (load === undefined || gold === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const measure = await load();
  const { 'held-out': heldOut, sample, seed, most } = values;
  console.log(
    await measure(gold, {
      ...values,
      others,
      heldOut,
      sample: number(sample),
      seed: number(seed),
      most: number(most),
    }),
  );
}
