import { isTelling } from './cue-lexicon.ts';
import { cueOf, endsSentence, isQuoting, isSaying, isVerb, verbGroup } from './cues.ts';
import { overlaps, type Draft, type Link, type ParagraphDrafts } from './drafts.ts';
import { afterAddressee } from './lost-clauses.ts';
import { trim } from './noun-phrases.ts';
import { sourceFor, sourceOf } from './sources.ts';
import {
  childrenOf,
  keepPassagesWhole,
  nodesIn,
  type Node,
  type ParagraphTree,
  type QuotedRange,
  type Range,
} from './paragraph-tree.ts';
import { fillsSentence } from './punctuation.ts';
import { isIncidental, TERM } from './reported-clauses.ts';
import { countWords } from './what-is-quoted.ts';

/**
 * `They were puzzled, she said. "Really?"`: a passage that fills a sentence goes on with the speech before it, or is said
 * by whoever said something last: `He suggested a ban. "It will not hold another week."`
 */
export function continueInParagraph(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const passage of tree.quoted) {
    if (drafts.isTaken(passage)) continue;
    const fills = passage.first > 0 && endsSentence(tree, passage.first - 1) && fillsSentence(tree, passage);
    const sentence = fills ? passage : tree.sentences[tree.nodes[passage.first]!.sentence]!;
    if (sentence.first === 0 || (!fills && hasOwnCue(tree, sentence))) continue;
    const before = tree.nodes[sentence.first - 1]!.sentence;
    const content = keepPassagesWhole(tree, trim(tree, sentence));
    const isSpeech = fills && countWords(tree, passage) > TERM;
    const nearest = drafts.speechIn(before);
    const goesOn = nearest && (nearest.quoted || (fills && nearest.link.rule === 'that'));
    const speech = goesOn ? nearest : isSpeech ? earlier(drafts, before) : undefined;
    if (speech) drafts.join(speech, [content]);
    else if (isSpeech && nearest?.paragraph === drafts.ordinal)
      drafts.add([content], { ...nearest.link, rule: 'floating' });
    else {
      const link = fills ? gesture(tree, before) : null;
      if (link) drafts.add([content], link);
    }
  }
}

/** `Holt shrugged. "Ask my lawyer."`: who laughs, nods or shrugs in the sentence before speaks. */
function gesture(tree: ParagraphTree, sentence: number): Link | null {
  const { first, last } = tree.sentences[sentence]!;
  const verb = nodesIn(tree, { first, last }).find((node) => node.relation === 'root' && !cueOf(node));
  if (!verb || !isQuoting(tree, verb) || tree.quotedAt[verb.index]! >= 0) return null;
  if (childrenOf(tree, verb, 'obj', 'ccomp', 'xcomp').length > 0) return null;
  const source = sourceOf(tree, verb);
  return source && { cue: verbGroup(tree, verb), cueKind: 'assertion', source, rule: 'floating' };
}

/** The speech that a sentence or two of the reporter's own interrupt: `"It is cold," said Ade. He lit the stove. "It always was."` */
function earlier(drafts: ParagraphDrafts, sentence: number): Draft | undefined {
  for (let at = sentence; at > sentence - INTERRUPTION && at > 0; at--) {
    if (nodesIn(drafts.tree, drafts.tree.sentences[at]!).some(({ index }) => isAnothers(drafts, index)))
      return undefined;
    const speech = drafts.speechIn(at - 1);
    if (speech) return speech.quoted ? speech : undefined;
  }
  return undefined;
}

/** Whether a cue stands here whose source is not the pronoun that takes the speaker up: `He offered no help. "It is late."` */
function isAnothers(drafts: ParagraphDrafts, index: number): boolean {
  const cue = drafts.cueAt(index);
  if (!cue) return false;
  const { source } = cue.link;
  return !source || source.first !== source.last || !/^(?:he|she|they)$/u.test(drafts.tree.nodes[source.first]!.lower);
}

/** Most sentences of the reporter's own within a speech of one paragraph. */
const INTERRUPTION = 2;

/** Whether somebody in the sentence says something of his own. */
function hasOwnCue(tree: ParagraphTree, { first, last }: Range): boolean {
  return nodesIn(tree, { first, last }).some(
    (node) => tree.quotedAt[node.index]! < 0 && cueOf(node)?.kind === 'assertion' && node.relation !== 'amod',
  );
}

/** Passages that no tree reached, for marks mislead parsers: the nearest cue before them in the sentence takes them in. */
export function attributeLeftovers(drafts: ParagraphDrafts, isCandidate: (node: Node) => boolean): void {
  const { tree } = drafts;
  for (const passage of tree.quoted) {
    if (drafts.isTaken(passage)) continue;
    const sentence = tree.sentences[tree.nodes[passage.first]!.sentence]!;
    const verb = nodesIn(tree, { first: sentence.first, last: passage.first - 1 }).findLast(
      (node) =>
        isCandidate(node) &&
        cueOf(node) &&
        !['aux', 'cop', 'amod'].includes(node.relation) &&
        tree.quotedAt[node.index]! < 0,
    );
    if (!verb) continue;
    const outer = drafts.speechIn(tree.nodes[verb.index]!.sentence);
    const reported = outer?.contents.at(-1);
    if (
      outer?.contents.length === 1 &&
      reported &&
      outer.link.rule === 'that' &&
      overlaps(reported, { first: verb.index, last: verb.index })
    ) {
      const last = Math.max(passage.last, clauseEnd(tree, passage.last, sentence.last));
      drafts.widen(outer, keepPassagesWhole(tree, trim(tree, { first: reported.first, last })));
      continue;
    }
    const cue = cueOf(verb)!;
    const between = { first: verb.index + 1, last: passage.first - 1 };
    if (drafts.isTaken(between)) continue;
    const known = drafts.cueAt(verb.index);
    if (known && known.contents[0]!.first < verb.index) continue;
    const source = known?.link.source ?? sourceFor(tree, verb);
    const isOwn = isNear(tree, verb, passage) || (!known && verb.relation === 'root' && isTelling(cue));
    if (!source || (countWords(tree, passage) <= TERM && !isOwn)) continue;
    const start =
      known?.contents[0] && known.contents[0].first > verb.index
        ? known.contents[0].first
        : contentStart(tree, { ...between, first: afterAddressee(tree, verb) }, passage);
    const last = Math.max(passage.last, clauseEnd(tree, passage.last, sentence.last));
    const content = keepPassagesWhole(tree, trim(tree, { first: start, last }));
    if (drafts.isTaken(content) || overlaps(source, content)) continue;
    if (known?.contents.length === 1) {
      drafts.widen(known, content);
    } else {
      drafts.add([content], { cue: verbGroup(tree, verb), cueKind: cue.kind, source, rule: 'nearest cue' });
    }
  }
}

/** Whether a cue of saying stands so near a term in marks that it is likely to be its own. */
function isNear(tree: ParagraphTree, verb: Node, passage: QuotedRange): boolean {
  if (!isSaying(verb) || isIncidental(tree, verb)) return false;
  return passage.first - verb.index <= NEAR || opensClause(tree, verb, passage);
}

/** Whether a verb of saying is followed by a clause with a finite verb that runs on, without a pause, to the passage. */
function opensClause(tree: ParagraphTree, verb: Node, passage: QuotedRange): boolean {
  const between = nodesIn(tree, { first: verb.index + 1, last: passage.first - 1 });
  return between.some(isVerb) && between.every(({ text, index }) => text !== ',' || tree.quotedAt[index]! >= 0);
}

/** Most nodes between a cue and a term in marks. */
const NEAR = 4;

/** Where a content starts that follows its cue: at "that" or "to", else right after the cue. */
function contentStart(tree: ParagraphTree, between: Range, passage: Range): number {
  const marker = nodesIn(tree, between).find(({ lower }) => lower === 'that');
  return marker?.index ?? Math.min(between.first, passage.first);
}

/** The end of the clause: the sentence's, or before the next cue that is coordinated. */
function clauseEnd(tree: ParagraphTree, from: number, last: number): number {
  for (let at = from + 1; at <= last; at++) {
    const node = tree.nodes[at]!;
    if (node.text === ';' || /^[–—]$/u.test(node.text)) return at - 1;
    // "had shown": only a verb that is finite by itself begins another report.
    if (isSaying(node) && tree.quotedAt[at]! < 0 && tree.nodes[at - 1]!.pos !== 'AUX') {
      let end = at - 1;
      while (
        end > from &&
        (/^[,;]$/u.test(tree.nodes[end]!.text) || ['and', 'but', 'or', 'then', 'also'].includes(tree.nodes[end]!.lower))
      )
        end--;
      return end;
    }
  }
  return last;
}
