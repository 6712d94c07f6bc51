export interface Options {
  /** File for the predictions, in the format of the gold file. */
  readonly out?: string | undefined;
  /** Leaves out one of the rules that find quotations. */
  readonly without?: string | undefined;
  /** Reads the half of the corpus that is held out. */
  readonly heldOut?: boolean | undefined;
  /** Measures once without each rule. */
  readonly ablation?: boolean | undefined;
  /** Measures on what may be tuned on, in place of what is reported. */
  readonly tuning?: boolean | undefined;
  /** Counts what kinds of errors there are. */
  readonly kinds?: boolean | undefined;
  /** Prints what is wrong. */
  readonly verbose?: boolean | undefined;
  /** Further files or directories to read. */
  readonly others?: readonly string[] | undefined;
  /** How many are drawn, and by which numbers. */
  readonly sample?: number | undefined;
  readonly seed?: number | undefined;
  /** Reads no more articles of each path. */
  readonly most?: number | undefined;
}

/** Reads a gold file and returns the table to print. */
export type Measure = (goldFile: string, options: Options) => Promise<string>;

/** Precision, recall and F1 of spans that must agree exactly, in percent. */
export class SpanScore {
  private right = 0;
  private found = 0;
  private gold = 0;

  add(right: number, found: number, gold: number): void {
    this.right += right;
    this.found += found;
    this.gold += gold;
  }

  row(name: string): string {
    const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5);
    const f1 = percent(2 * this.right, this.found + this.gold);
    return `${name.padEnd(13)} P ${percent(this.right, this.found)}  R ${percent(this.right, this.gold)}  F1 ${f1}  gold ${this.gold}`;
  }
}
