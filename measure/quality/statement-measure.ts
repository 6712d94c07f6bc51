import { matchStatements, meet, type Comparable, type Match } from './match-statements.ts';
import type { AnnotatedStatement, CorpusSpan } from './statement-corpus.ts';

type Kind = AnnotatedStatement['kind'];

/** A row that the product lists. */
export interface Listed extends Comparable {
  readonly kind: Kind;
  readonly modality?: AnnotatedStatement['modality'];
  readonly confidence: number;
  /** The names of each speaker that is given. */
  readonly speakers: readonly (readonly CorpusSpan[])[];
}

/** What a reader marked, its speakers as the places of their names. */
export interface Marked extends Omit<AnnotatedStatement, 'speakers'> {
  readonly speakers: readonly (readonly CorpusSpan[])[];
}

export interface ComparedArticle {
  readonly marked: readonly Marked[];
  readonly listed: readonly Listed[];
}

/** Which is right: all who are named; `wrong`: somebody else, too; `missing`: nobody, or not all; `invented`: the text names nobody. */
export type SpeakerVerdict = 'right' | 'missing' | 'wrong' | 'rightly null' | 'invented';

export interface StatementScores {
  /** Statements that are to be found: neither nested nor optional, and said. */
  readonly wanted: number;
  readonly foundAt: Readonly<Record<'0.3' | '0.8', number>>;
  /** Rows, without those that are an optional statement. */
  readonly listed: number;
  /** Rows that are a statement, nested ones among them. */
  readonly real: number;
  readonly speakers: Readonly<Record<SpeakerVerdict, number>>;
}

export interface Judgement {
  readonly row: Listed;
  /** undefined: an optional statement, which is neither right nor wrong. */
  readonly isReal: boolean | undefined;
}

/** Overlap from which a row is the statement, if with other ends. */
const SAME = 0.3;

export const isWanted = ({ nested, optional, modality }: Marked): boolean =>
  !nested && !optional && modality === undefined;

/** Which rows of an article are statements, and which statements have a row. */
export function judge({ marked, listed }: ComparedArticle): { matches: Match<Marked, Listed>[]; rows: Judgement[] } {
  const matches = matchStatements(marked, listed).filter(({ overlap }) => overlap >= SAME);
  const rows = listed.map((row) => {
    const match = matches.find(({ found }) => found === row);
    if (!match) return { row, isReal: false };
    if (match.gold.optional) return { row, isReal: undefined };
    // What was denied or only supposed is not said: a row has to tell so.
    return { row, isReal: match.gold.modality === row.modality || match.gold.modality === undefined };
  });
  return { matches, rows };
}

/** Scores of the statements of some kinds; a row counts by its own kind, a statement by that which was marked. */
export function scoreStatements(articles: readonly ComparedArticle[], kinds: readonly Kind[]): StatementScores {
  const speakers = { right: 0, missing: 0, wrong: 0, 'rightly null': 0, invented: 0 };
  let [wanted, at3, at8, listed, real] = [0, 0, 0, 0, 0];
  for (const article of articles) {
    const { matches, rows } = judge(article);
    const judged = rows.filter(({ row, isReal }) => isReal !== undefined && kinds.includes(row.kind));
    listed += judged.length;
    real += judged.filter(({ isReal }) => isReal).length;
    wanted += article.marked.filter((one) => isWanted(one) && kinds.includes(one.kind)).length;
    for (const { gold, found, overlap } of matches) {
      if (!isWanted(gold) || !kinds.includes(gold.kind)) continue;
      at3++;
      if (overlap >= 0.8) at8++;
      speakers[verdictOf(gold, found)]++;
    }
  }
  return { wanted, foundAt: { '0.3': at3, '0.8': at8 }, listed, real, speakers };
}

export function verdictOf(gold: Marked, found: Listed): SpeakerVerdict {
  if (gold.speakers.length === 0) return found.speakers.length === 0 ? 'rightly null' : 'invented';
  if (found.speakers.length === 0) return 'missing';
  const isAmong = (some: Marked['speakers'], one: readonly CorpusSpan[]) => some.some((other) => meet(one, other));
  if (!found.speakers.every((speaker) => isAmong(gold.speakers, speaker))) return 'wrong';
  return gold.speakers.every((speaker) => isAmong(found.speakers, speaker)) ? 'right' : 'missing';
}

/** Squared error of the confidence; share of pairs of a statement and none that it puts in the right order; share that is real of the surest 96 %. */
export function judgementFigures(judged: readonly (readonly [isStatement: boolean, confidence: number])[]): string {
  const real = judged.filter(([is]) => is);
  const none = judged.filter(([is]) => !is);
  const error = judged.reduce((sum, [is, confidence]) => sum + (Number(is) - confidence) ** 2, 0) / judged.length;
  const inOrder = none
    .flatMap(([, low]) => real.map(([, high]): number => (high > low ? 1 : high === low ? 0.5 : 0)))
    .reduce((sum, one) => sum + one, 0);
  const surest = judged.toSorted(([, a], [, b]) => b - a).slice(0, Math.ceil(0.96 * judged.length));
  const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
  return `Brier ${error.toFixed(4)}, in order ${percent(inOrder, real.length * none.length)} %, real of the surest 96 % ${percent(surest.filter(([is]) => is).length, surest.length)} % (${none.length} none of ${judged.length})`;
}
