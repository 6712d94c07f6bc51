import { governed } from './clauses.ts';
import { isSeeming } from './cue-lexicon.ts';
import { cueOf, endsSentence, isSaying, verbGroup } from './cues.ts';
import { ParagraphDrafts, overlaps, toAttribution, type Attribution, type Draft, type Link } from './drafts.ts';
import { nounPhraseFrom, sourceFor, sourceOf, trim } from './noun-phrases.ts';
import { childrenOf, nodesIn, touchesQuoted, withQuoted, type Node, type ParagraphTree, type QuotedRange, type Range } from './paragraph-tree.ts';
import { reportedByAdjective, reportedByNoun } from './noun-cues.ts';
import { attributionAfter, attributionBefore, attributionEnding, attributionInTail, gapBefore, nameBeforeColon, signature } from './quoted-speech.ts';
import { countWords, isNamed } from './what-is-quoted.ts';

/** Everything that is attributed in an article, paragraph by paragraph. */
export function findAttributions(paragraphs: readonly ParagraphTree[]): Attribution[] {
  const all: Draft[] = [];
  for (const [index, bare] of paragraphs.entries()) {
    const quoted = bare.quoted.filter((passage) => !isNamed(bare, passage));
    const drafts = new ParagraphDrafts(withQuoted(bare, joinCoordinated(bare, quoted)), all);
    attributeHeadline(drafts);
    attributePassages(drafts, paragraphs[index - 1], paragraphs[index + 1]);
    attributeClauses(drafts, isSaying);
    attributeAccordingTo(drafts);
    attributeLeftovers(drafts, isSaying);
    continueInParagraph(drafts);
    attributeNouns(drafts);
    attributeClauses(drafts, (node) => !isSaying(node));
    attributeLeftovers(drafts, () => true);
  }
  return all.map(toAttribution);
}

/** `"Lock her up" and "Build the wall"` are one content. */
function joinCoordinated(tree: ParagraphTree, quoted: readonly QuotedRange[]): QuotedRange[] {
  const joined: QuotedRange[] = [];
  for (const next of quoted) {
    const previous = joined.at(-1);
    const gap = previous ? nodesIn(tree, { first: previous.last + 1, last: next.first - 1 }) : [];
    if (previous && gap.length <= 3 && gap.some(({ lower }) => /^(?:and|or|but)$/u.test(lower)) && gap.every(({ lower }) => /^(?:and|or|but|,|then|yes)$/u.test(lower))) {
      const passage = { ...next.passage, start: previous.passage.start, innerStart: previous.passage.innerStart };
      joined[joined.length - 1] = { first: previous.first, last: next.last, passage };
    } else joined.push(next);
  }
  return joined;
}

/** Widens a range so that it cuts no passage in quotation marks. */
function keepPassagesWhole(tree: ParagraphTree, range: Range): Range {
  const before = tree.quoted[tree.quotedAt[range.first]!];
  const after = tree.quoted[tree.quotedAt[range.last]!];
  return { first: Math.min(range.first, before?.first ?? range.first), last: Math.max(range.last, after?.last ?? range.last) };
}

/** `Kishida: Japan will stand firm`: a headline or a line of an interview. */
function attributeHeadline(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  const colon = tree.nodes.slice(0, 16).findIndex(({ text, index }) => text === ':' && tree.quotedAt[index]! < 0);
  if (colon < 1 || colon === tree.nodes.length - 1) return;
  if (tree.sentences.length > 3 && tree.paragraph.ordinal > 0 && tree.quotedAt[colon + 1]! < 0) return;
  const headline = tree.paragraph.ordinal === 0;
  const quoted = tree.quotedAt[colon + 1]! >= 0;
  if (!headline && !quoted) return;
  const source = nameBeforeColon(tree, { first: 0, last: colon });
  if (!source) return;
  const rest = trim(tree, { first: colon + 1, last: tree.nodes.length - 1 });
  const content = headline ? keepPassagesWhole(tree, rest) : tree.quoted[tree.quotedAt[colon + 1]!]!;
  if (nodesIn(tree, content).some((node, at) => at > 2 && isSaying(node) && tree.quotedAt[node.index]! < 0 && headline && sourceOf(tree, node))) return;
  drafts.add([content], { cue: { first: colon, last: colon }, cueKind: 'saying', source, decidedBy: headline ? 'headline' : 'colon' });
}

/** Passages in quotation marks with their attribution after, between or before them. */
function attributePassages(
  drafts: ParagraphDrafts,
  previous: ParagraphTree | undefined,
  next: ParagraphTree | undefined,
): void {
  const { tree } = drafts;
  for (let index = 0; index < tree.quoted.length; index++) {
    const passage = tree.quoted[index]!;
    if (drafts.isTaken(passage)) continue;
    const tail = attributionInTail(tree, index);
    if (tail) {
      drafts.add([passage], tail);
      continue;
    }
    const signed = next && passage.first === 0 && passage.last >= tree.nodes.length - 2 ? signature(next, 0) : null;
    if (signed) {
      drafts.add([passage], signed, next!.paragraph.ordinal);
      continue;
    }
    const before = attributionBefore(tree, index);
    const after = attributionAfter(tree, index);
    const link = after ?? before;
    if (link) {
      const contents: Range[] = [after ? (before ? passage : fromClauseStart(drafts, index)) : toClauseEnd(tree, index)];
      const lead = after ? null : leadBefore(tree, index, link);
      if (lead) contents.unshift(lead);
      // Passages that follow the attribution with nothing between but its own words belong to the same speech.
      let first = true;
      while (index + 1 < tree.quoted.length && followsDirectly(tree, index, index + 1, after && first ? after : null)) {
        contents.push(toClauseEnd(tree, ++index));
        first = false;
      }
      const resumed = after && first ? resumedAfter(tree, index, after) : -1;
      if (resumed > 0) contents.push(tree.quoted[resumed]!);
      drafts.add(contents, link);
    } else if (index === 0 && passage.first === 0 && previous) {
      index = continueSpeech(drafts, previous);
    }
  }
}

/** A paragraph that opens with a passage and names nobody: the paragraph before announces it or is continued by it. */
function continueSpeech(drafts: ParagraphDrafts, previous: ParagraphTree): number {
  const { tree } = drafts;
  const contents = [tree.quoted[0]!];
  let index = 0;
  while (index + 1 < tree.quoted.length && followsDirectly(tree, index, index + 1, null)) contents.push(tree.quoted[++index]!);
  const ordinal = previous.paragraph.ordinal;
  const end = previous.nodes.length - 1;
  if (previous.nodes[end]?.text === ':') {
    const link = attributionEnding(previous, { first: previous.sentences.at(-1)!.first, last: end });
    if (link) {
      drafts.add(contents, link, ordinal);
    }
    return index;
  }
  // A line in single marks is a heading.
  if (/^['‘`]/u.test(tree.paragraph.text) && tree.quoted[0]!.passage.innerStart === 1 && countWords(tree, tree.quoted[0]!) < 8) return index;
  const last = drafts.lastOf(ordinal);
  if (!last) return index;
  const reachesEnd = last.contents.some((known) => known.paragraph === ordinal && known.last >= end - 1);
  if (previous.quotedAt[end]! >= 0 || reachesEnd || previous.quoted.length > 0) {
    drafts.join(last, contents);
  } else if (countWords(tree, tree.quoted[0]!) >= 4) {
    drafts.add(contents, { ...last.link, decidedBy: 'floating' }, last.paragraph);
  }
  return index;
}

/** `Based on that, "I do not see it," he said`: the words before the passage in its sentence belong to the content. */
function fromClauseStart(drafts: ParagraphDrafts, index: number): Range {
  const { tree } = drafts;
  const passage = tree.quoted[index]!;
  let first = passage.first;
  while (first > 0 && !endsSentence(tree, first - 1) && tree.nodes[first - 1]!.text !== ':' && !drafts.isTaken({ first: first - 1, last: first - 1 })) first--;
  if (first === passage.first) return passage;
  return trim(tree, { first, last: passage.last });
}

/** `Cruz, Blackwell wrote, "has …"`: the words before the source belong to the content where the passage goes on with them. */
function leadBefore(tree: ParagraphTree, index: number, link: Link): Range | null {
  const gap = gapBefore(tree, index);
  const start = link.source?.first ?? link.cue?.first ?? gap.first;
  if (start <= gap.first + 1 || tree.nodes[start - 1]!.text !== ',' || tree.nodes[gap.last]!.text === ':') return null;
  const lead = trim(tree, { first: gap.first, last: start - 1 });
  const words = nodesIn(tree, lead);
  const { innerStart } = tree.quoted[index]!.passage;
  const resumes = /^[\p{Ll}…]/u.test(tree.paragraph.text.slice(innerStart, innerStart + 1));
  // "At the same time, she added, …" is the reporter's; a subject or a condition is the speaker's.
  const belongs = resumes ? !['ADP', 'ADV', 'CCONJ'].includes(words[0]!.pos) || /^(?:when|once|after|before|as|since|if)$/u.test(words[0]!.lower) : /^(?:if|because|although|though|unless|while)$/u.test(words[0]!.lower);
  return belongs ? lead : null;
}

/** `said, "I have not heard that concern" from officials.`: where marks end in mid-sentence the content runs on to its end. */
function toClauseEnd(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const { innerEnd } = passage.passage;
  const next = tree.nodes[passage.last + 1];
  if (!next || /[\p{P}]['"”’\s]*$/u.test(tree.paragraph.text.slice(Math.max(0, innerEnd - 4), innerEnd)) || next.pos === 'PUNCT' || next.pos === 'CCONJ') return passage;
  let last = passage.last;
  while (last + 1 < tree.nodes.length && !endsSentence(tree, last + 1) && !/^(?:,|–|—|-|--)$/u.test(tree.nodes[last + 1]!.text) && tree.quotedAt[last + 1]! < 0) last++;
  return trim(tree, { first: passage.first, last });
}

/** Whether the next passage goes on with the speech of this one: only the attribution stands between. */
function followsDirectly(tree: ParagraphTree, index: number, following: number, after: Link | null): boolean {
  const from = tree.quoted[index]!.last + 1;
  const next = tree.quoted[following]!;
  const gap = { first: from, last: next.first - 1 };
  if (gap.first > gap.last) return true;
  if (!after) return false;
  const closing = tree.nodes[gap.last]!;
  const cueEnd = after.cue?.last ?? gap.first;
  const { innerStart } = next.passage;
  const resumes = closing.text === ',' && /^\p{Ll}/u.test(tree.paragraph.text.slice(innerStart, innerStart + 1));
  if (resumes) return nodesIn(tree, gap).every(({ text }) => !/^[.!?:;]$/u.test(text));
  if (attributionEnding(tree, { first: Math.min(Math.max(gap.first, cueEnd + 1), gap.last), last: gap.last })) return false;
  const text = tree.paragraph.text.slice(tree.nodes[gap.first]!.start, closing.end);
  const stops = /[.!?]['"”’]*$/u.test(text);
  for (let at = gap.first; at < gap.last - 1; at++) if (endsSentence(tree, at)) return false;
  if (stops && attributionAfter(tree, following)) return false;
  return stops || closing.text === ',' || gap.last === after.source?.last || gap.last === cueEnd;
}

/** The passage that resumes the speech after an attribution with marks in its own sentence: `he said of the "deal". "It …"`. */
function resumedAfter(tree: ParagraphTree, index: number, after: Link): number {
  for (let following = index + 2; following < tree.quoted.length; following++) {
    const start = tree.quoted[following]!.first;
    if (!endsSentence(tree, start - 1) && !/[.!?]['"”’]+$/u.test(tree.paragraph.text.slice(0, tree.nodes[start - 1]!.end))) continue;
    return followsDirectly(tree, index, following, after) ? following : -1;
  }
  return -1;
}

/** Clauses and noun phrases that a verb of saying, believing or planning governs. */
function attributeClauses(drafts: ParagraphDrafts, isCandidate: (node: Node) => boolean): void {
  const { tree } = drafts;
  for (const verb of tree.nodes) {
    if (!isCandidate(verb) || tree.quotedAt[verb.index]! >= 0 || drafts.isCue(verb.index)) continue;
    const cue = cueOf(verb);
    if (!cue || ['aux', 'cop', 'amod'].includes(verb.relation)) continue;
    const found = governed(tree, verb, cue);
    if (!found) continue;
    if (found.frame !== 'that' && isIncidental(tree, verb) && !touchesQuoted(tree, found.content)) continue;
    const source = isSeeming(cue) ? null : sourceFor(tree, verb);
    const group = verbGroup(tree, verb);
    const cueRange = { first: group.first, last: Math.max(group.last, found.cueEnd) };
    const contents = around(tree, found.content, source, cueRange);
    if (contents.length === 0 || contents.some((content) => source && overlaps(source, content))) continue;
    // Speech inside what is reported already is kept where it has its own source: "critics who say …".
    const outer = contents.map((content) => drafts.takerOf(content)).find((draft) => draft !== undefined);
    if (outer && !(source && outer.link.decidedBy !== 'that' && cue.kind === 'saying' && hasOwnSpeaker(tree, verb))) continue;
    drafts.add(contents, { cue: cueRange, cueKind: cue.kind, source, decidedBy: found.frame });
  }
}

/** A purpose, a manner or a reduced relative clause tells of no utterance: "met to discuss the plan", "without naming him". */
function isIncidental(tree: ParagraphTree, verb: Node): boolean {
  if (!['advcl', 'acl'].includes(verb.relation) || verb.subtype === 'relcl') return false;
  if (verb.relation === 'acl') return true;
  return childrenOf(tree, verb, 'mark', 'aux', 'case').some(({ lower }) => /^(?:to|by|for|without|in|of|from|than|about|while|after|before|when)$/u.test(lower));
}

const hasOwnSpeaker = (tree: ParagraphTree, verb: Node) =>
  childrenOf(tree, verb, 'nsubj').some(({ lower }) => !/^(?:he|she|it|they|i|we|you)$/u.test(lower));

/** The content without the words of its own attribution: `Cruz, she said, has changed`. */
function around(tree: ParagraphTree, content: Range, source: Range | null, cue: Range): Range[] {
  if (cue.first < content.first || cue.first > content.last) {
    if (source && overlaps(source, content) && source.first > content.first && source.last >= content.last) {
      return pieces(tree, [{ first: content.first, last: source.first - 1 }]);
    }
    return pieces(tree, [content]);
  }
  const first = source && overlaps(source, content) ? Math.min(source.first, cue.first) : cue.first;
  const last = source && overlaps(source, content) ? Math.max(source.last, cue.last) : cue.last;
  return pieces(tree, [{ first: content.first, last: first - 1 }, { first: last + 1, last: content.last }]);
}

function pieces(tree: ParagraphTree, ranges: readonly Range[]): Range[] {
  return ranges.filter(({ first, last }) => first <= last).map((range) => keepPassagesWhole(tree, trim(tree, range)));
}

/** `…, according to the police`; `In a poll, …`. */
function attributeAccordingTo(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const node of tree.nodes) {
    if (tree.quotedAt[node.index]! >= 0 || drafts.isCue(node.index)) continue;
    const found = accordingTo(tree, node) ?? inPoll(tree, node);
    if (found) drafts.add([found.content], found.link);
  }
}

const POLL = /^(?:polls?|surveys?|stud(?:y|ies)|filings?)$/u;

/** `In a poll released Monday, half said …`: the poll reports the whole sentence. */
function inPoll(tree: ParagraphTree, node: Node): { content: Range; link: Link } | null {
  const sentence = tree.sentences[node.sentence]!;
  if (node.index !== sentence.first || node.lower !== 'in') return null;
  const head = tree.nodes[node.head];
  if (!head || !POLL.test(head.lower)) return null;
  const source = nounPhraseFrom(tree, node.index + 1, sentence.last);
  if (!source || tree.nodes[source.last + 1]?.text !== ',') return null;
  const content = trim(tree, { first: source.last + 2, last: sentence.last });
  const cue = { first: node.index, last: node.index };
  return { content: keepPassagesWhole(tree, content), link: { cue, cueKind: 'saying', source, decidedBy: 'in a poll' } };
}

/** Nouns and adjectives that report: `the claim that …`, `is sure that …`. */
function attributeNouns(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const node of tree.nodes) {
    if (tree.quotedAt[node.index]! >= 0 || drafts.isCue(node.index)) continue;
    const found = reportedByNoun(tree, node) ?? reportedByAdjective(tree, node);
    if (!found) continue;
    const content = keepPassagesWhole(tree, found.content);
    const { source, cue } = found.link;
    if (drafts.isTaken(content) || (source && overlaps(source, content)) || (cue && overlaps(cue, content))) continue;
    drafts.add([content], found.link);
  }
}

/** `They were puzzled, she said. "Really?"`: a passage that fills a sentence goes on with the speech before it. */
function continueInParagraph(drafts: ParagraphDrafts): void {
  const { tree } = drafts;
  for (const passage of tree.quoted) {
    if (drafts.isTaken(passage)) continue;
    const fills = passage.first > 0 && endsSentence(tree, passage.first - 1) && fillsSentence(tree, passage);
    const sentence = fills ? passage : tree.sentences[tree.nodes[passage.first]!.sentence]!;
    if (sentence.first === 0 || (!fills && hasOwnCue(tree, sentence))) continue;
    const before = tree.sentences[tree.nodes[sentence.first - 1]!.sentence]!;
    const speech = [...drafts.own()].find(
      ({ link, contents, quoted }) =>
        link.cueKind === 'saying' && (fills || quoted) && contents.some((content) => content.paragraph === drafts.ordinal && overlaps(content, before)),
    );
    if (speech) drafts.join(speech, [keepPassagesWhole(tree, trim(tree, sentence))]);
  }
}

/** Whether somebody in the sentence says something of his own. */
function hasOwnCue(tree: ParagraphTree, { first, last }: Range): boolean {
  return nodesIn(tree, { first, last }).some((node) => tree.quotedAt[node.index]! < 0 && cueOf(node)?.kind === 'saying' && node.relation !== 'amod');
}

/** Whether a passage ends where its sentence does. */
function fillsSentence(tree: ParagraphTree, passage: QuotedRange): boolean {
  const { innerEnd } = passage.passage;
  return /[.!?…]['"”’\s]*$/u.test(tree.paragraph.text.slice(Math.max(0, innerEnd - 4), innerEnd)) || endsSentence(tree, passage.last + 1);
}

function accordingTo(tree: ParagraphTree, node: Node): { content: Range; link: Link } | null {
  if (node.lower !== 'according' || tree.nodes[node.index + 1]?.lower !== 'to') return null;
  const sentence = tree.sentences[node.sentence]!;
  const source = nounPhraseFrom(tree, node.index + 2, sentence.last);
  if (!source) return null;
  const cue = { first: node.index, last: node.index + 1 };
  const before = trim(tree, { first: sentence.first, last: node.index - 1 });
  const after = trim(tree, { first: source.last + 1, last: sentence.last });
  const content = node.index > sentence.first + 1 ? before : after;
  if (content.first > content.last || (content.first >= node.index && content.first <= source.last)) return null;
  return { content: keepPassagesWhole(tree, content), link: { cue, cueKind: 'saying', source, decidedBy: 'according to' } };
}

/** Passages that no tree reached, for marks mislead parsers: the nearest cue before them in the sentence takes them in. */
function attributeLeftovers(drafts: ParagraphDrafts, isCandidate: (node: Node) => boolean): void {
  const { tree } = drafts;
  for (const passage of tree.quoted) {
    if (drafts.isTaken(passage)) continue;
    const sentence = tree.sentences[tree.nodes[passage.first]!.sentence]!;
    const verb = nodesIn(tree, { first: sentence.first, last: passage.first - 1 }).findLast(
      (node) => isCandidate(node) && cueOf(node) && !['aux', 'cop', 'amod'].includes(node.relation) && tree.quotedAt[node.index]! < 0,
    );
    if (!verb) continue;
    const cue = cueOf(verb)!;
    const between = { first: verb.index + 1, last: passage.first - 1 };
    if (drafts.isTaken(between)) continue;
    if ([...drafts.own()].some(({ link, contents }) => link.cue && link.cue.first <= verb.index && link.cue.last >= verb.index && contents[0]!.first < verb.index)) continue;
    const known = [...drafts.own()].find(({ link }) => link.cue && link.cue.first <= verb.index && link.cue.last >= verb.index);
    const source = known?.link.source ?? sourceFor(tree, verb);
    const start = known?.contents[0] && known.contents[0].first > verb.index ? known.contents[0].first : contentStart(tree, between, passage);
    const last = Math.max(passage.last, clauseEnd(tree, passage.last, sentence.last));
    const content = keepPassagesWhole(tree, trim(tree, { first: start, last }));
    if (drafts.isTaken(content) || (source && overlaps(source, content))) continue;
      if (known && known.contents.length === 1) {
      known.contents[0] = { ...known.contents[0]!, first: content.first, last: content.last };
    } else {
      drafts.add([content], { cue: verbGroup(tree, verb), cueKind: cue.kind, source, decidedBy: 'nearest cue' });
    }
  }
}

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
    if (isSaying(node) && tree.quotedAt[at]! < 0) {
      let end = at - 1;
      while (end > from && (/^[,;]$/u.test(tree.nodes[end]!.text) || ['and', 'but', 'or', 'then', 'also'].includes(tree.nodes[end]!.lower))) end--;
      return end;
    }
  }
  return last;
}
