import type { Turn } from '../4-quoted/turn.ts';
import { TokenSpan, type AnnotatedParagraph, type Token } from '../annotated.ts';
import type { Attribution, Candidate } from './rule.ts';

/** How many attributions are looked back at for a speech that goes on. */
const LOOK_BACK = 40;

/** All attributions of an article, and what its paragraphs hand on to the next. */
export class AttributionBoard {
  readonly all: Attribution[] = [];
  /** Quoted words that wait for their attribution in the next paragraph. */
  pending: TokenSpan[] = [];
  /** The last words of a paragraph of their own that the one before announces. */
  announced: Attribution | undefined;
  /** The turns that have begun. */
  readonly turns = new Map<Turn, Attribution>();

  /** The last speech of a paragraph that may go on in the next: one in quotation marks, else an assertion, by a verb if any. */
  lastOf(paragraph: AnnotatedParagraph): Attribution | undefined {
    const near = this.all
      .slice(-LOOK_BACK)
      .filter(({ contents }) => contents.some((content) => content.paragraph === paragraph));
    const end = ({ contents }: Attribution) => contents.at(-1)?.end ?? 0;
    const latest = (some: readonly Attribution[]) => some.toSorted((a, b) => end(a) - end(b)).at(-1);
    const assertions = near.filter(({ cueKind }) => cueKind === 'assertion');
    return (
      latest(near.filter(({ isQuoted }) => isQuoted)) ??
      latest(assertions.filter(({ rule }) => !rule.startsWith('noun/'))) ??
      latest(assertions)
    );
  }
}

/** What the rules have found in one paragraph so far; each token is the content of at most one attribution in marks. */
export class ParagraphBoard {
  readonly paragraph: AnnotatedParagraph;
  readonly article: AttributionBoard;
  /** By token: the attribution that took it. */
  private readonly takers: (Attribution | undefined)[] = [];
  /** By token: the attribution whose cue it belongs to. */
  private readonly cues: (Attribution | undefined)[] = [];
  /** The last assertion whose content touches a sentence. */
  private readonly speeches = new Map<TokenSpan, Attribution>();

  constructor(paragraph: AnnotatedParagraph, article: AttributionBoard) {
    this.paragraph = paragraph;
    this.article = article;
  }

  /** What somebody says in a sentence of this paragraph. */
  speechIn(sentence: TokenSpan | undefined): Attribution | undefined {
    return sentence && this.speeches.get(sentence);
  }

  isTaken(span: TokenSpan): boolean {
    return this.takerOf(span) !== undefined;
  }

  /** The first attribution that has taken a token of the span. */
  takerOf({ start, end }: TokenSpan): Attribution | undefined {
    for (let at = start; at < end; at++) if (this.takers[at]) return this.takers[at];
    return undefined;
  }

  /** The attribution whose cue a token belongs to. */
  cueAt({ index }: Token): Attribution | undefined {
    return this.cues[index];
  }

  /** Adds an attribution, after what waits from paragraphs before; contents in quotation marks are taken. */
  add({ steps = [], ...candidate }: Candidate, pending: readonly TokenSpan[] = []): Attribution {
    const { contents, cue } = candidate;
    const attribution: Attribution = {
      ...candidate,
      contents: [...pending, ...contents],
      steps: [...steps],
      isQuoted: pending.length > 0 || contents.some((content) => content.touchesQuoted()),
      number: this.article.all.length + 1,
    };
    this.article.all.push(attribution);
    for (const content of contents) this.note(attribution, content, content.touchesQuoted());
    if (cue.paragraph === this.paragraph) for (const { index } of cue.tokens) this.cues[index] = attribution;
    return attribution;
  }

  /** Keeps quoted words until the next paragraph names who speaks. */
  hold(contents: readonly TokenSpan[]): void {
    this.article.pending = [...this.takePending(), ...contents];
  }

  /** The quoted words that the paragraph before has kept. */
  takePending(): TokenSpan[] {
    const { pending } = this.article;
    this.article.pending = [];
    return pending.at(-1)?.paragraph === this.paragraph.previous ? pending : [];
  }

  /** Adds contents to an attribution that goes on. */
  join(attribution: Attribution, contents: readonly TokenSpan[], step: string): void {
    for (const content of contents) {
      attribution.contents.push(content);
      attribution.steps.push({ name: step, from: content, to: content });
      this.note(attribution, content, true);
    }
  }

  /** Widens the first content of an attribution. */
  widen(attribution: Attribution, to: TokenSpan, name: string): void {
    const [from = to] = attribution.contents;
    attribution.steps.push({ name, from, to });
    attribution.contents[0] = to;
    this.note(attribution, to, true);
  }

  private note(attribution: Attribution, content: TokenSpan, isTaken: boolean): void {
    if (isTaken) {
      for (let at = content.start; at < content.end; at++) this.takers[at] ??= attribution;
    }
    if (attribution.cueKind !== 'assertion') return;
    const end = content.last.sentence;
    for (const sentence of this.paragraph.sentences) {
      if (sentence.start < content.first.sentence.start) continue;
      if (sentence.start > end.start) break;
      if (!this.isWithin(content, this.speeches.get(sentence))) this.speeches.set(sentence, attribution);
    }
  }

  /** Whether a content stands in what somebody says as a whole: `she said the findings show …` */
  private isWithin({ start, end }: TokenSpan, speech: Attribution | undefined): boolean {
    const contents = speech?.contents ?? [];
    // From the end: a speech may have begun thousands of paragraphs before.
    for (let at = contents.length - 1; contents[at]?.paragraph === this.paragraph; at--) {
      const content = contents[at];
      if (content && content.start < start && content.end >= end) return true;
    }
    return false;
  }
}
