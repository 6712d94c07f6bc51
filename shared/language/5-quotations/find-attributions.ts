import type { Attribution, Place } from './attributions.ts';
import { governed } from './clauses.ts';
import { cueOf, endsSentence, verbGroup } from './cues.ts';
import { nounPhraseFrom, sourceOf, trim } from './noun-phrases.ts';
import { childrenOf, subtree, type Node, type ParagraphTree, type Range } from './paragraph-tree.ts';
import { attributionAfter, attributionBefore, attributionEnding, type Link } from './quoted-speech.ts';

interface Draft {
  contents: Range[];
  link: Link;
}

const overlaps = (a: Range, b: Range) => a.first <= b.last && b.first <= a.last;

/** Widens a range so that it cuts no passage in quotation marks. */
export function keepPassagesWhole(tree: ParagraphTree, range: Range): Range {
  let { first, last } = range;
  const before = tree.quotedAt[first]!;
  const after = tree.quotedAt[last]!;
  if (before >= 0) first = Math.min(first, tree.quoted[before]!.first);
  if (after >= 0) last = Math.max(last, tree.quoted[after]!.last);
  return { first, last };
}

/** Everything that is attributed in one paragraph; `previous` is the paragraph before it. */
export function findAttributions(tree: ParagraphTree, previous: ParagraphTree | undefined): Attribution[] {
  const drafts: Draft[] = [];
  const taken = new Array<boolean>(tree.nodes.length).fill(false);
  const take = (draft: Draft) => {
    drafts.push(draft);
    for (const { first, last } of draft.contents) taken.fill(true, first, last + 1);
  };
  const cues = new Set<number>();
  const useCue = (range: Range | null) => {
    if (range) for (let at = range.first; at <= range.last; at++) cues.add(at);
  };

  for (let index = 0; index < tree.quoted.length; index++) {
    const passage = tree.quoted[index]!;
    if (taken[passage.first]) continue;
    const after = attributionAfter(tree, index);
    const before = after ? null : attributionBefore(tree, index);
    const link = after ?? before;
    if (link) {
      const contents: Range[] = [after ? fromClauseStart(tree, index, taken) : passage];
      useCue(link.cue);
      let at = index;
      // Passages that follow the attribution with nothing between but its own words belong to the same speech.
      while (at + 1 < tree.quoted.length && followsDirectly(tree, at, after && at === index ? after : null)) {
        contents.push(tree.quoted[++at]!);
      }
      take({ contents, link });
      index = at;
      continue;
    }
    if (index === 0 && passage.first === 0 && previous && previous.nodes.at(-1)?.text === ':') {
      // The cue stands at the end of the paragraph before: left to the caller, who sees both.
      continue;
    }
  }

  for (const verb of tree.nodes) {
    if (tree.quotedAt[verb.index]! >= 0 || cues.has(verb.index)) continue;
    const cue = cueOf(verb);
    if (!cue || verb.relation === 'aux' || verb.relation === 'cop' || verb.relation === 'amod') continue;
    const found = governed(tree, verb, cue);
    if (!found) continue;
    const source = sourceOf(tree, verb);
    const content = keepPassagesWhole(tree, found.content);
    if (source && overlaps(source, content)) continue;
    if (isTaken(taken, content)) continue;
    const group = verbGroup(tree, verb);
    const hasPassage = tree.quoted.some((passage) => overlaps(passage, content));
    const link: Link = {
      cue: { first: group.first, last: Math.max(group.last, found.cueEnd) },
      cueKind: cue.kind,
      source,
      decidedBy: `${found.frame} ${hasPassage ? 'with marks' : 'without marks'}`,
      clause: group,
    };
    if (hasPassage) take({ contents: [content], link });
    else drafts.push({ contents: [content], link });
  }
  for (const node of tree.nodes) {
    if (node.lower !== 'according' || tree.quotedAt[node.index]! >= 0 || cues.has(node.index)) continue;
    const draft = accordingTo(tree, node);
    if (draft && !draft.contents.some((content) => isTaken(taken, content))) drafts.push(draft);
  }

  return drafts.map(({ contents, link }) => ({
    contents: contents.map((range) => place(tree, range)),
    cue: link.cue && place(tree, link.cue),
    cueKind: link.cueKind,
    source: link.source && place(tree, link.source),
    decidedBy: link.decidedBy,
  }));
}

function isTaken(taken: readonly boolean[], { first, last }: Range): boolean {
  for (let at = first; at <= last; at++) if (taken[at]) return true;
  return false;
}

/** `Based on that, "I do not see it," he said`: the words before the passage in its sentence belong to the content. */
function fromClauseStart(tree: ParagraphTree, index: number, taken: readonly boolean[]): Range {
  const passage = tree.quoted[index]!;
  let first = passage.first;
  while (first > 0 && !endsSentence(tree.nodes[first - 1]) && !taken[first - 1]) first--;
  const lead = { first, last: passage.first - 1 };
  if (lead.first > lead.last) return passage;
  return trim(tree, { first, last: passage.last });
}

function followsDirectly(tree: ParagraphTree, index: number, after: Link | null): boolean {
  const from = tree.quoted[index]!.last + 1;
  const next = tree.quoted[index + 1]!;
  const gap = { first: from, last: next.first - 1 };
  if (gap.first > gap.last) return true;
  if (!after || after.clause.first > gap.last) return false;
  const closing = tree.nodes[gap.last]!;
  if (attributionEnding(tree, { first: Math.max(gap.first, (after.cue?.last ?? gap.first) + 1), last: gap.last })) return false;
  let stops = 0;
  for (let at = gap.first; at < gap.last; at++) if (/^[.!?]$/u.test(tree.nodes[at]!.text)) stops++;
  return stops === 0 && (endsSentence(closing) || closing.text === ',' || gap.last === after.source?.last || gap.last === after.cue?.last);
}

function accordingTo(tree: ParagraphTree, node: Node): Draft | null {
  if (tree.nodes[node.index + 1]?.lower !== 'to') return null;
  const sentence = tree.sentences[node.sentence]!;
  const source = nounPhraseFrom(tree, node.index + 2, sentence.last);
  if (!source) return null;
  const cue = { first: node.index, last: node.index + 1 };
  const before = trim(tree, { first: sentence.first, last: node.index - 1 });
  const after = trim(tree, { first: source.last + 1, last: sentence.last });
  const content = node.index > sentence.first + 1 ? before : after;
  if (content.first > content.last || (content.first >= node.index && content.first <= source.last)) return null;
  return { contents: [keepPassagesWhole(tree, content)], link: { cue, cueKind: 'saying', source, decidedBy: 'according to', clause: cue } };
}

const place = (tree: ParagraphTree, { first, last }: Range): Place => ({ paragraph: tree.paragraph.ordinal, first, last });

export { childrenOf, subtree };
