import type { Attribution, Place } from './attributions.ts';
import type { CueKind } from './cue-lexicon.ts';
import type { ParagraphTree, Range } from './paragraph-tree.ts';

/** Cue and source, found in the words around a content. */
export interface Link {
  readonly cue: Range | null;
  readonly cueKind: CueKind | null;
  readonly source: Range | null;
  readonly decidedBy: string;
}

/** An attribution in the making: later passages may still join its contents. */
export interface Draft {
  readonly contents: Place[];
  readonly link: Link;
  /** Ordinal of the paragraph that cue and source stand in. */
  readonly paragraph: number;
}

export const overlaps = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last;

/** What one paragraph's sieves have found so far; each node is the content of at most one attribution in marks. */
export class ParagraphDrafts {
  readonly tree: ParagraphTree;
  private readonly all: Draft[];
  private readonly taken: Uint8Array;
  private readonly cues: Uint8Array;

  constructor(tree: ParagraphTree, all: Draft[]) {
    this.tree = tree;
    this.all = all;
    this.taken = new Uint8Array(tree.nodes.length);
    this.cues = new Uint8Array(tree.nodes.length);
  }

  get ordinal(): number {
    return this.tree.paragraph.ordinal;
  }

  /** Attributions with cue and source in this paragraph. */
  *own(): Generator<Draft> {
    for (let index = this.all.length - 1; index >= 0 && this.all[index]!.paragraph >= this.ordinal - 1; index--) {
      if (this.all[index]!.paragraph === this.ordinal) yield this.all[index]!;
    }
  }

  lastOf(paragraph: number): Draft | undefined {
    return this.all.findLast(({ contents }) => contents.some((place) => place.paragraph === paragraph));
  }

  isTaken({ first, last }: Range): boolean {
    for (let at = first; at <= last; at++) if (this.taken[at]) return true;
    return false;
  }

  isCue(index: number): boolean {
    return this.cues[index] === 1;
  }

  take({ first, last }: Range): void {
    this.taken.fill(1, first, last + 1);
  }

  add(contents: readonly Range[], link: Link, paragraph: number = this.ordinal): void {
    this.all.push({ contents: contents.map((range) => this.place(range)), link, paragraph });
    if (paragraph === this.ordinal && link.cue) this.cues.fill(1, link.cue.first, link.cue.last + 1);
  }

  join(draft: Draft, contents: readonly Range[]): void {
    draft.contents.push(...contents.map((range) => this.place(range)));
    for (const range of contents) this.take(range);
  }

  private place({ first, last }: Range): Place {
    return { paragraph: this.ordinal, first, last };
  }
}

export function toAttribution({ contents, link, paragraph }: Draft): Attribution {
  return {
    contents,
    cue: link.cue && { paragraph, ...link.cue },
    cueKind: link.cueKind,
    source: link.source && { paragraph, ...link.source },
    decidedBy: link.decidedBy,
  };
}
