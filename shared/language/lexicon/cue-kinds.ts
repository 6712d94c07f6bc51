/** Whether a cue tells of words, of a conviction or feeling, or of an intention (as PARC and PDTB name them). */
export type CueKind = 'assertion' | 'belief' | 'intention';

/** How a verb takes its content: see the head of verbs.ts. */
export const FRAMES = ['clause', 'object', 'oblique', 'objectControl', 'predicative'] as const;
export type Frame = (typeof FRAMES)[number];

export const TRAITS = [
  'addressee',
  'asks',
  'carries',
  'names',
  'quotes',
  'receives',
  'seems',
  'tells',
  'thinks',
] as const;
export type Trait = (typeof TRAITS)[number];
