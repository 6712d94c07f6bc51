import { FRAMES, TRAITS, type CueKind, type Frame, type Trait } from './cue-kinds.ts';
import { regularForms } from './inflect.ts';
import { IRREGULAR_VERBS } from './irregular-verbs.ts';
import { ADJECTIVES, NOUNS } from './nouns-and-adjectives.ts';
import { VERBS } from './verbs.ts';

/** A row of the table of verbs. */
interface VerbRow {
  readonly lemma: string;
  /** Undefined for verbs that report nothing by themselves. */
  readonly kind: CueKind | undefined;
  readonly frames: ReadonlyMap<Frame, readonly string[]>;
  readonly traits: ReadonlySet<Trait>;
}

/** A verb that reports. */
export interface VerbCue extends VerbRow {
  readonly kind: CueKind;
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/u));

/** Throws on a row that it does not understand. */
export function parseVerbs(table: string): VerbRow[] {
  return rowsOf(table).map(([lemma = '', kind = '', ...rest]) => {
    const bar = rest.indexOf('|');
    const frames = (bar < 0 ? rest : rest.slice(0, bar)).map((frame) => {
      const [name = '', ...prepositions] = frame.split('+');
      return [oneOf(FRAMES, name, lemma), prepositions] as const;
    });
    const traits = (bar < 0 ? [] : rest.slice(bar + 1)).map((trait) => oneOf(TRAITS, trait, lemma));
    return {
      lemma,
      kind: kind === '-' ? undefined : oneOf(['assertion', 'belief', 'intention'] as const, kind, lemma),
      frames: new Map(frames),
      traits: new Set(traits),
    };
  });
}

function oneOf<Name extends string>(names: readonly Name[], name: string, lemma: string): Name {
  const known = names.find((other) => other === name);
  if (known === undefined) throw new Error(`In the row of "${lemma}", "${name}" is none of ${names.join(', ')}`);
  return known;
}

/** Each form of a verb with its row; a form of two verbs belongs to the one of which it is irregular, else to the one that it is. */
function formsOf(rows: readonly VerbRow[]): ReadonlyMap<string, VerbRow> {
  const forms = new Map<string, VerbRow>();
  const byLemma = new Map(rows.map((row) => [row.lemma, row]));
  for (const [lemma = '', ...irregular] of rowsOf(IRREGULAR_VERBS)) {
    const row = byLemma.get(lemma);
    if (row) for (const form of irregular) forms.set(form, row);
  }
  for (const row of rows) if (!forms.has(row.lemma)) forms.set(row.lemma, row);
  for (const row of rows) for (const form of regularForms(row.lemma)) if (!forms.has(form)) forms.set(form, row);
  return forms;
}

const verbs = formsOf(parseVerbs(VERBS));
const kindsOf = (table: Readonly<Partial<Record<CueKind, string>>>): ReadonlyMap<string, CueKind> =>
  new Map(
    Object.entries(table).flatMap(([kind, words]) =>
      rowsOf(words)
        .flat()
        .map((word) => [word, kind as CueKind]),
    ),
  );
const nouns = kindsOf(NOUNS);
const adjectives = kindsOf(ADJECTIVES);

/** What the lexicon knows of a verb form in small letters ("said", "telling"), or nothing where the verb reports nothing. */
export function verbCue(form: string): VerbCue | undefined {
  const row = verbs.get(form);
  return isCue(row) ? row : undefined;
}

const isCue = (row: VerbRow | undefined): row is VerbCue => row?.kind !== undefined;

export const hasTrait = (form: string, trait: Trait): boolean => verbs.get(form)?.traits.has(trait) ?? false;

/** Whether a cue tells of words and takes a clause: "said", "added". */
export const takesClauseOfWords = (cue: VerbCue | undefined): boolean =>
  cue?.kind === 'assertion' && cue.frames.has('clause');

/** Whether a verb form may stand beside quoted words: every verb of saying, and "laughed", "went on". */
export const introducesSpeech = (form: string): boolean =>
  hasTrait(form, 'quotes') || takesClauseOfWords(verbCue(form));

export const nounCue = (form: string): CueKind | undefined =>
  nouns.get(form) ?? (form.endsWith('s') ? nouns.get(form.slice(0, -1)) : undefined);

export const adjectiveCue = (form: string): CueKind | undefined => adjectives.get(form);
