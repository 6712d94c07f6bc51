/** A passage annotated with quotations, as PolNeAR and others are given: offsets in Unicode code points, half open. */
export interface AnnotatedPassage {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly AnnotatedQuotation[];
}

export type Offsets = readonly [start: number, end: number];
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

export interface AnnotatedQuotation {
  readonly content: readonly Offsets[];
  readonly cue: readonly Offsets[] | null;
  readonly source: readonly Offsets[] | null;
  readonly speaker: string | null;
  readonly kind: QuotationKind;
}

type Part = 'content' | 'cue' | 'source';
const ROLES: readonly Part[] = ['content', 'cue', 'source'];

/** Precision, recall and F1, 0..1. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface RoleScores {
  /** Pieces with equal start and end. */
  readonly exact: Score;
  /** Pieces with equal start. */
  readonly begin: Score;
  /** Shared characters. */
  readonly characters: Score;
  readonly gold: number;
  readonly predicted: number;
}

export interface FoundScore extends Score {
  /** Share of the found whose source overlaps the annotated one, or is empty where that is. */
  readonly source: number;
  /** Share of the found with an annotated speaker's name whose last word is right; null without such. */
  readonly name: number | null;
}

export interface QuotationScores {
  readonly passages: number;
  readonly roles: Readonly<Record<Part, RoleScores>>;
  /** A quotation is found when the best prediction covers this share of its characters (Gender Gap Tracker's measure). */
  readonly found: Readonly<Record<'0.3' | '0.8', FoundScore>>;
}

function score(right: number, predicted: number, gold: number): Score {
  const precision = predicted ? right / predicted : 0;
  const recall = gold ? right / gold : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

function characters(spans: readonly Offsets[] | null): Set<number> {
  const all = new Set<number>();
  for (const [start, end] of spans ?? []) for (let at = start; at < end; at++) all.add(at);
  return all;
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0;
  for (const element of a) if (b.has(element)) both++;
  return both;
}

function pieces(quotations: readonly AnnotatedQuotation[], role: Part): Offsets[] {
  const byKey = new Map<string, Offsets>();
  for (const quotation of quotations) {
    for (const span of quotation[role] ?? []) byKey.set(span.join('-'), span);
  }
  return [...byKey.values()];
}

type Pair = readonly [gold: readonly AnnotatedQuotation[], predicted: readonly AnnotatedQuotation[]];

function scoreRole(pairs: readonly Pair[], role: Part): RoleScores {
  let exact = 0,
    begin = 0,
    common = 0;
  let gold = 0,
    predicted = 0,
    goldCharacters = 0,
    predictedCharacters = 0;
  for (const [goldQuotations, predictedQuotations] of pairs) {
    const g = pieces(goldQuotations, role);
    const p = pieces(predictedQuotations, role);
    gold += g.length;
    predicted += p.length;
    exact += shared(new Set(g.map(String)), new Set(p.map(String)));
    begin += shared(new Set(g.map(([start]) => start)), new Set(p.map(([start]) => start)));
    const [gc, pc] = [characters(g), characters(p)];
    common += shared(gc, pc);
    goldCharacters += gc.size;
    predictedCharacters += pc.size;
  }
  return {
    exact: score(exact, predicted, gold),
    begin: score(begin, predicted, gold),
    characters: score(common, predictedCharacters, goldCharacters),
    gold,
    predicted,
  };
}

/** The prediction that covers most of a quotation, with the share covered. */
export function bestMatch(
  gold: AnnotatedQuotation,
  predictions: readonly AnnotatedQuotation[],
): { readonly index: number; readonly covered: number } {
  const wanted = characters(gold.content);
  let best = { index: -1, covered: -1 };
  for (const [index, prediction] of predictions.entries()) {
    const covered = wanted.size ? shared(wanted, characters(prediction.content)) / wanted.size : 0;
    if (covered > best.covered) best = { index, covered };
  }
  return best;
}

export function sourcesAgree(a: readonly Offsets[] | null, b: readonly Offsets[] | null): boolean {
  const [left, right] = [characters(a), characters(b)];
  return shared(left, right) > 0 || (left.size === 0 && right.size === 0);
}

const surname = (name: string): string => name.trim().split(/\s+/u).at(-1)!.toLowerCase();

function scoreFound(pairs: readonly Pair[], threshold: number): FoundScore {
  let found = 0,
    used = 0,
    gold = 0,
    predicted = 0,
    source = 0,
    named = 0,
    names = 0;
  for (const [goldQuotations, predictions] of pairs) {
    gold += goldQuotations.length;
    predicted += predictions.length;
    const taken = new Set<number>();
    for (const quotation of goldQuotations) {
      const { index, covered } = bestMatch(quotation, predictions);
      if (index < 0 || quotation.content.length === 0 || covered < threshold) continue;
      found++;
      taken.add(index);
      const prediction = predictions[index]!;
      if (sourcesAgree(quotation.source, prediction.source)) source++;
      if (quotation.speaker) {
        names++;
        if (prediction.speaker && surname(prediction.speaker) === surname(quotation.speaker)) named++;
      }
    }
    used += taken.size;
  }
  const precision = predicted ? used / predicted : 0;
  const recall = gold ? found / gold : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, source: found ? source / found : 0, name: names ? named / names : null };
}

/** Scores the quotations of some kinds: exact and overlapping spans by role, quotations found, sources right. */
export function scoreQuotations(
  gold: readonly AnnotatedPassage[],
  predicted: ReadonlyMap<string, readonly AnnotatedQuotation[]>,
  kinds: readonly QuotationKind[],
): QuotationScores {
  const ofKind = (quotations: readonly AnnotatedQuotation[]) => quotations.filter(({ kind }) => kinds.includes(kind));
  const pairs = gold.flatMap(({ id, quotes }): Pair[] => {
    const predictions = predicted.get(id);
    return predictions ? [[ofKind(quotes), ofKind(predictions)]] : [];
  });
  return {
    passages: pairs.length,
    roles: Object.fromEntries(ROLES.map((role) => [role, scoreRole(pairs, role)])) as Record<Part, RoleScores>,
    found: { '0.3': scoreFound(pairs, 0.3), '0.8': scoreFound(pairs, 0.8) },
  };
}
