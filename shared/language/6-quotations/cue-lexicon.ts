import {
  ADDRESSING,
  ADJECTIVES,
  ASKING,
  CARRYING,
  NAMING,
  NOUNS,
  QUOTING,
  RECEIVING,
  SEEMING,
  TELLING,
  THINKING,
  VERBS,
  type CueKind,
  type Frame,
} from './cue-words.ts';

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  saith: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  spoke: 'speak',
  spoken: 'speak',
  thought: 'think',
  felt: 'feel',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  swore: 'swear',
  sworn: 'swear',
  sang: 'sing',
  sung: 'sing',
  began: 'begin',
  begun: 'begin',
  went: 'go',
  gone: 'go',
  held: 'hold',
  found: 'find',
  showed: 'show',
  shown: 'show',
  shot: 'shoot',
  made: 'make',
  gave: 'give',
  given: 'give',
  had: 'have',
  has: 'have',
  took: 'take',
  taken: 'take',
  drew: 'draw',
  drawn: 'draw',
  got: 'get',
  kept: 'keep',
  lost: 'lose',
  won: 'win',
  lent: 'lend',
  withdrew: 'withdraw',
  meant: 'mean',
  forecast: 'forecast',
  foretold: 'foretell',
  foresaw: 'foresee',
  foreseen: 'foresee',
  forbade: 'forbid',
  forbidden: 'forbid',
  forgot: 'forget',
  forgotten: 'forget',
  heard: 'hear',
  sought: 'seek',
  chose: 'choose',
  chosen: 'choose',
  understood: 'understand',
  taught: 'teach',
  laid: 'lay',
  read: 'read',
  retold: 'retell',
  besought: 'beseech',
  bet: 'bet',
  cast: 'cast',
  dreamt: 'dream',
  dreamed: 'dream',
  learnt: 'learn',
  spelt: 'spell',
  spat: 'spit',
  struck: 'strike',
  wanna: 'want',
  wept: 'weep',
  upheld: 'uphold',
  withheld: 'withhold',
  rebut: 'rebut',
  pled: 'plead',
  beheld: 'behold',
  overheard: 'overhear',
  misspoke: 'misspeak',
  undertook: 'undertake',
  hit: 'hit',
  put: 'put',
  ripped: 'rip',
  conceived: 'conceive',
  texted: 'text',
};

/** Dictionary form of a verb among candidates: undoes -s, -es, -ies, -ed, -ied, -ing and the doubled consonant. */
function candidateLemmas(form: string): string[] {
  const irregular = IRREGULAR[form];
  const candidates = irregular ? [irregular, form] : [form];
  const stemmed = (suffix: string, ...endings: string[]) => {
    if (!form.endsWith(suffix) || form.length - suffix.length < 2) return;
    const stem = form.slice(0, -suffix.length);
    candidates.push(...endings.map((ending) => stem + ending));
    if (stem.at(-1) === stem.at(-2)) candidates.push(stem.slice(0, -1));
  };
  stemmed('ies', 'y');
  stemmed('ied', 'y');
  stemmed('es', '', 'e');
  stemmed('s', '');
  stemmed('ed', '', 'e');
  stemmed('ing', '', 'e');
  return candidates;
}

interface Entry {
  kind: CueKind;
  frames: Map<Frame, string[]>;
}

function buildVerbs(): ReadonlyMap<string, readonly Entry[]> {
  const verbs = new Map<string, Entry[]>();
  for (const [kind, frame, words] of VERBS) {
    for (const word of words.trim().split(/\s+/u)) {
      const [lemma = '', ...prepositions] = word.split('+');
      const entries = verbs.get(lemma) ?? [];
      verbs.set(lemma, entries);
      let entry = entries.find((other) => other.kind === kind);
      if (!entry) entries.push((entry = { kind, frames: new Map() }));
      const known = entry.frames.get(frame as Frame) ?? [];
      entry.frames.set(frame as Frame, [...known, ...prepositions]);
    }
  }
  return verbs;
}

const verbs = buildVerbs();
const byWord = (table: readonly (readonly [CueKind, string])[]) =>
  new Map(
    table.flatMap(([kind, list]) =>
      list
        .trim()
        .split(/\s+/u)
        .map((word) => [word, kind] as const),
    ),
  );
const nouns = byWord(NOUNS);
const adjectives = byWord(ADJECTIVES);

export function takesAddressee({ lemma }: VerbCue): boolean {
  return ADDRESSING.has(lemma);
}

export function isSeeming({ lemma }: VerbCue): boolean {
  return SEEMING.has(lemma);
}

export function isAsking({ lemma }: VerbCue): boolean {
  return ASKING.has(lemma);
}

export function isNaming({ lemma }: VerbCue): boolean {
  return NAMING.has(lemma);
}

export function isTelling({ lemma }: VerbCue): boolean {
  return TELLING.has(lemma);
}

export function isThinking({ lemma }: VerbCue): boolean {
  return THINKING.has(lemma);
}

/** What the lexicon knows of a verb form ("said", "telling"), or nothing. */
export interface VerbCue {
  readonly lemma: string;
  readonly kind: CueKind;
  readonly frames: ReadonlyMap<Frame, readonly string[]>;
}

/** Whether a verb form may stand beside quoted words: every verb of saying, and "laughed", "went on". */
export function introducesSpeech(form: string): boolean {
  const lemmas = candidateLemmas(form);
  if (lemmas.some((lemma) => QUOTING.has(lemma))) return true;
  const cue = verbCue(form);
  return cue?.kind === 'assertion' && cue.frames.has('that');
}

export function verbCue(form: string): VerbCue | undefined {
  for (const lemma of candidateLemmas(form)) {
    const entries = verbs.get(lemma);
    if (!entries) continue;
    const frames = new Map<Frame, readonly string[]>();
    for (const entry of entries) {
      for (const [frame, prepositions] of entry.frames)
        frames.set(frame, [...(frames.get(frame) ?? []), ...prepositions]);
    }
    return { lemma, kind: entries[0]!.kind, frames };
  }
  return undefined;
}

export function nounCue(form: string): CueKind | undefined {
  return nouns.get(form) ?? (form.endsWith('s') ? nouns.get(form.slice(0, -1)) : undefined);
}

/** Whether a verb form only carries the noun that is its object: "raised concerns about". */
export function carriesNoun(form: string): boolean {
  return candidateLemmas(form).some((lemma) => CARRYING.has(lemma));
}

/** Whether the subject of a verb form is what its object is about: "won the support of". */
export function receivesNoun(form: string): boolean {
  return candidateLemmas(form).some((lemma) => RECEIVING.has(lemma));
}

export function adjectiveCue(form: string): CueKind | undefined {
  return adjectives.get(form);
}
