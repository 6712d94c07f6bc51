import type { CueKind } from './cue-lexicon.ts';
import { touchesQuoted, type ParagraphTree, type Range } from './paragraph-tree.ts';

/** Nodes of one paragraph. */
export interface Place extends Range {
  /** Ordinal of the paragraph. */
  readonly paragraph: number;
}

/** Source, cue and content, found by one sieve. */
export interface Attribution {
  readonly contents: readonly Place[];
  readonly cue: Place | null;
  readonly cueKind: CueKind | null;
  readonly source: Place | null;
  readonly decidedBy: string;
}

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
  /** Whether the content is at least partly in quotation marks. */
  readonly quoted: boolean;
}

export const overlaps = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last;

/** What one paragraph's sieves have found so far; each node is the content of at most one attribution in marks. */
export class ParagraphDrafts {
  readonly tree: ParagraphTree;
  private readonly all: Draft[];
  /** For each node the number of the attribution that took it, from 1; 0 where it is free. */
  private readonly takers: Uint32Array;
  private readonly cues: Uint8Array;

  constructor(tree: ParagraphTree, all: Draft[]) {
    this.tree = tree;
    this.all = all;
    this.takers = new Uint32Array(tree.nodes.length);
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

  /** The last speech of a paragraph that may go on in the next: one in quotation marks, else any saying. */
  lastOf(paragraph: number): Draft | undefined {
    const candidates: Draft[] = [];
    for (let index = this.all.length - 1; index >= 0 && candidates.length < 40; index--) {
      const draft = this.all[index]!;
      if (draft.contents.some((place) => place.paragraph === paragraph)) candidates.push(draft);
      else if (draft.paragraph < paragraph) break;
    }
    const end = ({ contents }: Draft) => contents.at(-1)!.last;
    const latest = (drafts: readonly Draft[]) => drafts.toSorted((a, b) => end(b) - end(a)).at(0);
    return latest(candidates.filter(({ quoted }) => quoted)) ?? latest(candidates.filter(({ link }) => link.cueKind === 'saying'));
  }

  isTaken(range: Range): boolean {
    return this.takerOf(range) !== undefined;
  }

  /** The first attribution that has taken a node of the range. */
  takerOf({ first, last }: Range): Draft | undefined {
    for (let at = first; at <= last; at++) if (this.takers[at]) return this.all[this.takers[at]! - 1];
    return undefined;
  }

  isCue(index: number): boolean {
    return this.cues[index] === 1;
  }

  /** Adds an attribution; what of its contents is in quotation marks, or all of them, is taken. */
  add(contents: readonly Range[], link: Link, paragraph: number = this.ordinal): void {
    const quoted = contents.some((range) => touchesQuoted(this.tree, range));
    this.all.push({ contents: contents.map((range) => this.place(range)), link, paragraph, quoted });
    for (const range of contents) if (touchesQuoted(this.tree, range)) this.take(range, this.all.length);
    if (paragraph === this.ordinal && link.cue) this.cues.fill(1, link.cue.first, link.cue.last + 1);
  }

  join(draft: Draft, contents: readonly Range[]): void {
    draft.contents.push(...contents.map((range) => this.place(range)));
    for (const range of contents) this.take(range, this.all.indexOf(draft) + 1);
  }

  private take({ first, last }: Range, draft: number): void {
    for (let at = first; at <= last; at++) this.takers[at] ||= draft;
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
