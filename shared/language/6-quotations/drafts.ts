import type { CueKind } from './cue-words.ts';
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
  readonly rule: string;
}

/** Cue and source, found in the words around a content. */
export interface Link {
  readonly cue: Range | null;
  readonly cueKind: CueKind | null;
  readonly source: Range | null;
  readonly rule: string;
}

/** An attribution in the making: later passages may still join its contents. */
export interface Draft {
  readonly contents: Place[];
  readonly link: Link;
  /** Ordinal of the paragraph that cue and source stand in. */
  readonly paragraph: number;
  /** Whether the content is at least partly in quotation marks. */
  readonly quoted: boolean;
  /** From 1, in the order of finding. */
  readonly number: number;
}

export const overlaps = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last;

/** What the paragraphs of an article share. */
export interface ArticleDrafts {
  readonly all: Draft[];
  /** Passages that wait for their attribution in the next paragraph. */
  pending: Place[];
}

/** How many attributions are looked back at for a speech that goes on. */
const LOOK_BACK = 40;

/** What one paragraph's sieves have found so far; each node is the content of at most one attribution in marks. */
export class ParagraphDrafts {
  readonly tree: ParagraphTree;
  private readonly article: ArticleDrafts;
  /** For each node the number of the attribution that took it; 0 where it is free. */
  private readonly takers: Uint32Array;
  /** For each node the number of the attribution whose cue it belongs to, or 0. */
  private readonly cues: Uint32Array;
  /** For each sentence the last attribution of saying whose content touches it. */
  private readonly speeches: (Draft | undefined)[] = [];

  constructor(tree: ParagraphTree, article: ArticleDrafts) {
    this.tree = tree;
    this.article = article;
    this.takers = new Uint32Array(tree.nodes.length);
    this.cues = new Uint32Array(tree.nodes.length);
  }

  private get all(): Draft[] {
    return this.article.all;
  }

  get ordinal(): number {
    return this.tree.paragraph.ordinal;
  }

  /** The last speech of a paragraph that may go on in the next: one in quotation marks, else any saying. */
  lastOf(paragraph: number): Draft | undefined {
    const candidates: Draft[] = [];
    for (let index = this.all.length - 1; index >= 0 && candidates.length < LOOK_BACK; index--) {
      const draft = this.all[index]!;
      if (draft.contents.some((place) => place.paragraph === paragraph)) candidates.push(draft);
      else if (draft.paragraph < paragraph) break;
    }
    const end = ({ contents }: Draft) => contents.at(-1)!.last;
    const latest = (drafts: readonly Draft[]) => drafts.toSorted((a, b) => end(b) - end(a)).at(0);
    return (
      latest(candidates.filter(({ quoted }) => quoted)) ??
      latest(candidates.filter(({ link }) => link.cueKind === 'assertion'))
    );
  }

  /** What somebody says in a sentence of this paragraph. */
  speechIn(sentence: number): Draft | undefined {
    return this.speeches[sentence];
  }

  isTaken(range: Range): boolean {
    return this.takerOf(range) !== undefined;
  }

  /** The first attribution that has taken a node of the range. */
  takerOf({ first, last }: Range): Draft | undefined {
    for (let at = first; at <= last; at++) if (this.takers[at]) return this.all[this.takers[at]! - 1];
    return undefined;
  }

  /** The attribution whose cue a node belongs to. */
  cueAt(index: number): Draft | undefined {
    return this.all[this.cues[index]! - 1];
  }

  /** Adds an attribution, after what waits from paragraphs before; contents in quotation marks are taken. */
  add(contents: readonly Range[], link: Link, paragraph: number = this.ordinal, pending: readonly Place[] = []): void {
    const quoted = pending.length > 0 || contents.some((range) => touchesQuoted(this.tree, range));
    const number = this.all.length + 1;
    const places = contents.map((range) => this.place(range));
    const draft = { contents: [...pending, ...places], link, paragraph, quoted, number };
    this.all.push(draft);
    for (const range of contents) this.note(draft, range, touchesQuoted(this.tree, range));
    if (paragraph === this.ordinal && link.cue) this.cues.fill(number, link.cue.first, link.cue.last + 1);
  }

  /** Keeps passages until the next paragraph names who speaks. */
  hold(contents: readonly Range[]): void {
    this.article.pending = [...this.takePending(), ...contents.map((range) => this.place(range))];
  }

  /** The passages that the paragraph before has kept. */
  takePending(): Place[] {
    const { pending } = this.article;
    this.article.pending = [];
    return pending.at(-1)?.paragraph === this.ordinal - 1 ? pending : [];
  }

  join(draft: Draft, contents: readonly Range[]): void {
    draft.contents.push(...contents.map((range) => this.place(range)));
    for (const range of contents) this.note(draft, range, true);
  }

  /** Widens the only content of an attribution. */
  widen(draft: Draft, range: Range): void {
    draft.contents[0] = this.place(range);
    this.note(draft, range, true);
  }

  private note(draft: Draft, { first, last }: Range, isTaken: boolean): void {
    for (let at = first; isTaken && at <= last; at++) this.takers[at] ||= draft.number;
    if (draft.link.cueKind !== 'assertion') return;
    const end = this.tree.nodes[last]!.sentence;
    for (let sentence = this.tree.nodes[first]!.sentence; sentence <= end; sentence++) {
      if (!this.isWithin({ first, last }, this.speeches[sentence])) this.speeches[sentence] = draft;
    }
  }

  /** Whether a range stands in what somebody says as a whole: `she said the findings show …` */
  private isWithin({ first, last }: Range, speech: Draft | undefined): boolean {
    const contents = speech?.contents ?? [];
    // From the end: a speech may have begun thousands of paragraphs before.
    for (let at = contents.length - 1; contents[at]?.paragraph === this.ordinal; at--) {
      if (contents[at]!.first < first && contents[at]!.last >= last) return true;
    }
    return false;
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
    rule: link.rule,
  };
}
