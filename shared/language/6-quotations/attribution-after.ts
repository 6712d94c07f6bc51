import { introducesSpeech, isThinking } from './cue-lexicon.ts';
import { cueOf, endsSentence, isQuoting, isVerb, verbGroup } from './cues.ts';
import type { Link } from './drafts.ts';
import { nounPhraseFrom, withoutComment } from './noun-phrases.ts';
import { sourceOf } from './sources.ts';
import { childrenOf, nodesIn, subtree, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { isDash, isPause, lastCharacter } from './punctuation.ts';

/** How many nodes after the closing mark a source and its cue are looked for: beyond, it is another clause. */
const REACH = 40;
/** Most nodes of a source that is told by its place alone, with age, place and clause: beyond, it is another clause. */
const LONGEST_SOURCE = 18;
/** Most nodes of "the prime minister said.". */
const SHORTEST_ATTRIBUTION = 5;

/** The nodes between a passage and the next, or the end of the sentence. */
function gapAfter(tree: ParagraphTree, index: number): Range {
  const passage = tree.quoted[index]!;
  const limit = (tree.quoted[index + 1]?.first ?? tree.nodes.length) - 1;
  let last = passage.last;
  while (last < limit && last - passage.last < 4 * REACH) {
    last++;
    if (endsSentence(tree, last)) break;
  }
  return { first: passage.last + 1, last };
}

/** `"…," said Sullivan`, `"…," Sullivan said` and `"…," according to Sullivan`. */
export function attributionAfter(tree: ParagraphTree, index: number): Link | null {
  const passage = tree.quoted[index]!;
  let { first, last } = gapAfter(tree, index);
  const inside = lastCharacter(tree, passage);
  const comma = isPause(tree.nodes[first]) && !joinsWords(tree, first);
  if (comma) first++;
  const start = tree.nodes[first];
  if (!start || first > last) return null;
  const paused = comma || /[,?!…–—-]/u.test(inside);
  if (!paused && inside === '.' && !/^\p{Ll}/u.test(start.text) && !isShortAttribution(tree, { first, last }))
    return null;
  last = Math.min(last, first + REACH);
  const opensSentence =
    passage.first === 0 ||
    endsSentence(tree, passage.first - 1) ||
    tree.quotedAt[passage.first - 1]! >= 0 ||
    isDash(tree.nodes[passage.first - 1]);
  const range = { first, last };
  return (
    accordingTo(tree, range) ??
    verbThenSource(tree, range, paused && opensSentence) ??
    sourceThenVerb(tree, range, opensSentence, paused)
  );
}

/** `"moan"-worthy`: a hyphen within a word. */
function joinsWords(tree: ParagraphTree, at: number): boolean {
  const [before, hyphen, next] = [tree.nodes[at - 1]!, tree.nodes[at]!, tree.nodes[at + 1]];
  return hyphen.text === '-' && hyphen.start === before.end && next?.start === hyphen.end;
}

/** `"We won." Trump said.`: nothing but a source and its verb up to the end of the sentence. */
function isShortAttribution(tree: ParagraphTree, { first, last }: Range): boolean {
  const end = tree.nodes[last]!;
  const verb = tree.nodes[endsSentence(tree, end.index) ? last - 1 : last]!;
  return last - first <= SHORTEST_ATTRIBUTION && isQuoting(tree, verb);
}

function accordingTo(tree: ParagraphTree, { first, last }: Range): Link | null {
  if (tree.nodes[first]?.lower !== 'according' || tree.nodes[first + 1]?.lower !== 'to') return null;
  const source = nounPhraseFrom(tree, first + 2, last);
  return source && { cue: { first, last: first + 1 }, cueKind: 'assertion', source, rule: 'according to after' };
}

function verbThenSource(tree: ParagraphTree, { first, last }: Range, anyVerb: boolean): Link | null {
  let at = first;
  while (at < last && tree.nodes[at]!.pos === 'ADV') at++;
  const verb = tree.nodes[at]!;
  if (!isVerb(verb) || verb.lower.endsWith('ing') || !(isQuoting(tree, verb) || anyVerb)) return null;
  const next = tree.nodes[at + 1];
  if (!next || at + 1 > last || next.pos === 'ADP' || next.pos === 'PUNCT' || next.pos === 'SCONJ') return null;
  const subjects = childrenOf(tree, verb, 'nsubj');
  if (subjects.some((node) => node.index < verb.index && tree.quotedAt[node.index]! < 0)) return null;
  const subject = subjects.find((node) => node.index <= last);
  const source =
    subject && subtree(tree, subject.index).first > verb.index
      ? sourceOf(tree, verb)
      : nounPhraseFrom(tree, at + 1, last);
  if (!source || (!subject && !cueOf(verb))) return null;
  // "wrote columnist Dana Reed": what she does belongs to her, whatever the tree says.
  const lead = nodesIn(tree, { first: at + 1, last: source.first - 1 });
  const isTitle = lead.every(({ pos }) => ['NOUN', 'PROPN', 'ADJ', 'DET'].includes(pos));
  const start = isTitle ? at + 1 : Math.max(source.first, at + 1);
  let range = withoutComment(tree, { first: start, last: Math.min(source.last, last) });
  const beyond = tree.nodes[range.last + 1];
  if (beyond?.pos === 'AUX' && beyond.index <= last) {
    // `"…," said the candidate could …`: what follows is not the source but a clause of its own, bar a relative one.
    const who = nodesIn(tree, range).find(({ index, lower }) => lower === 'who' && tree.nodes[index - 1]!.text === ',');
    if (!who) return null;
    range = { first: range.first, last: who.index - 2 };
  }
  return {
    cue: { first: at, last: at },
    cueKind: cueOf(verb)?.kind ?? 'assertion',
    source: range,
    rule: 'verb then source',
  };
}

function sourceThenVerb(tree: ParagraphTree, range: Range, opensSentence: boolean, paused: boolean): Link | null {
  return byTree(tree, range, opensSentence, paused) ?? (opensSentence && paused ? byPlace(tree, range) : null);
}

/** Where the tree fails: a noun phrase right after the passage, then a verb that may introduce speech. */
function byPlace(tree: ParagraphTree, { first, last }: Range): Link | null {
  if (!['DET', 'PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM'].includes(tree.nodes[first]!.pos)) return null;
  for (let at = first + 1; at <= Math.min(last, first + LONGEST_SOURCE); at++) {
    const { lower, pos } = tree.nodes[at]!;
    // "Fatima Haddad, whose son was pulled from the rubble,"
    const aside = pos === 'PRON' && /^who(?:se|m)?$/u.test(lower) && tree.nodes[at - 1]!.text === ',';
    const end = aside ? nodesIn(tree, { first: at, last }).find(({ text }) => text === ',') : undefined;
    if (end) {
      at = end.index;
      continue;
    }
    if (pos === 'ADP' && tree.nodes[at - 1]!.pos === 'VERB') return null;
    if (
      lower.endsWith('ing') ||
      !introducesSpeech(lower) ||
      pos === 'PROPN' ||
      (pos !== 'VERB' && !/(?:ed|s|said|told|wrote)$/u.test(lower))
    )
      continue;
    if (tree.nodes[at - 1]!.pos === 'DET' || tree.nodes[at - 1]!.pos === 'ADP') return null;
    const source = { first, last: at - 1 };
    return { cue: { first: at, last: at }, cueKind: 'assertion', source, rule: 'source then verb' };
  }
  return null;
}

function byTree(tree: ParagraphTree, range: Range, opensSentence: boolean, paused: boolean): Link | null {
  let { first } = range;
  if (tree.nodes[first]!.lower === 'as' && first < range.last) first++;
  for (const verb of nodesIn(tree, range)) {
    if (!isVerb(verb) || verb.index === first || verb.relation === 'aux' || verb.relation === 'amod') continue;
    const subject = childrenOf(tree, verb, 'nsubj').find(({ index }) => index >= first && index < verb.index);
    const known = cueOf(verb);
    if (!subject) {
      // The tree fails: the words from the start to a known cue are the source.
      if (paused && isQuoting(tree, verb) && verb.index - first <= LONGEST_SOURCE && !verb.lower.endsWith('ing')) {
        const source = nounPhraseFrom(tree, first, verb.index - 1);
        if (source && source.last >= verb.index - 3)
          return {
            cue: verbGroup(tree, verb),
            cueKind: known?.kind ?? 'assertion',
            source,
            rule: 'source then verb',
          };
      }
      continue;
    }
    if (/^(?:who|which|that)$/u.test(subject.lower)) continue;
    if (known && isThinking(known)) return null;
    const source = sourceOf(tree, verb);
    const lead = nodesIn(tree, { first, last: (source?.first ?? first) - 1 });
    if (!source || !lead.every(({ pos, lower }) => pos === 'ADV' && !lower.startsWith('wh'))) return null;
    if (!opensSentence && !paused) return null;
    if (
      !isQuoting(tree, verb) &&
      (verb.pos === 'AUX' || !opensSentence || !paused || (!known && childrenOf(tree, verb, 'obj').length > 0))
    )
      return null;
    // `"…," Scalia said: "…"`: the cue points forward.
    if (
      tree.nodes[verb.index + 1]?.text === ':' ||
      (!opensSentence && tree.nodes[range.last]?.text === ',' && startsUpper(tree, range.last + 1))
    )
      return null;
    // `…, he said the plan …`: the clause after the verb is its content, not the passage.
    const own = childrenOf(tree, verb, 'ccomp').find(({ index }) => index > verb.index);
    if (!opensSentence && own && tree.quotedAt[own.index]! < 0 && own.index <= range.last) return null;
    return {
      cue: verbGroup(tree, verb),
      cueKind: known?.kind ?? 'assertion',
      source: { first: Math.max(source.first, first), last: Math.min(source.last, verb.index - 1) },
      rule: 'source then verb',
    };
  }
  return null;
}

/** Whether a passage starts at this node, with a capital. */
function startsUpper(tree: ParagraphTree, at: number): boolean {
  const next = tree.quoted[tree.quotedAt[at] ?? -1];
  return next !== undefined && /^\p{Lu}/u.test(tree.paragraph.text.slice(next.passage.innerStart));
}
