import type { Span } from '../../article/article.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import type { Entity } from '../analysis.ts';
import type { Place } from './drafts.ts';
import type { Node, ParagraphTree } from './paragraph-tree.ts';

/** What can speak: people, and organisations and places through theirs. */
const SPEAKING: readonly Entity['type'][] = ['PERSON', 'ORGANIZATION', 'LOCATION'];

const RELATIVE = /^(?:who|whom|which|that)$/u;

/** The entity behind a source, or nothing where the words name none: a wrong speaker can be libel. */
export function speakerOf(tree: ParagraphTree, source: Place, index: EntityIndex): Entity | undefined {
  if (namesSeveral(tree, source, index)) return undefined;
  const antecedent = source.first === source.last ? antecedentOf(tree, tree.nodes[source.first]!) : undefined;
  const entity = index.entityOf(spanOf(tree, antecedent ?? source));
  return entity && SPEAKING.includes(entity.type) ? entity : undefined;
}

/** Who is interviewed: the one person in the headline, else in what stands before the first turn; nobody where there are two. */
export function intervieweeOf({ entities }: EntityIndex, firstTurn: number): Entity | undefined {
  const people = entities.filter(({ type }) => type === 'PERSON');
  const until = (end: number) => people.filter(({ mentions }) => mentions.some(({ paragraph }) => paragraph < end));
  const inHeadline = until(Math.min(1, firstTurn));
  const [only, second] = inHeadline.length > 0 ? inHeadline : until(firstTurn);
  return second ? undefined : only;
}

/** "Ade and Lopez": more than one speaks, so none is named; "Pacific Gas & Electric" is one. */
function namesSeveral(tree: ParagraphTree, { first, last }: Place, index: EntityIndex): boolean {
  const { nodes } = tree;
  const inside = nodes.slice(first, last + 1);
  const head = inside.find((node) => node.head < first || node.head > last);
  return (
    head !== undefined &&
    inside.some(
      (node) => node.relation === 'conj' && node.head === head.index && !isOne(head, node) && !areInOneName(head, node),
    )
  );

  function areInOneName(...words: [Node, Node]): boolean {
    const [entity, other] = words.map(({ index: at }) => index.entityOf(spanOf(tree, { first: at, last: at })));
    return entity !== undefined && entity === other;
  }

  /** "Her rival and later husband, Lindgren,": two nouns under one determiner describe one person. */
  function isOne(noun: Node, other: Node): boolean {
    const isBare = !other.children.some((child) => /^(?:det|nmod:poss)/u.test(nodes[child]!.relation));
    return noun.pos === 'NOUN' && other.pos === 'NOUN' && isBare && !noun.lower.endsWith('s');
  }
}

/** The role that the article has given the speaker up to this point, the nearest one before or in the source. */
export function roleOf({ roles }: Entity, { paragraph, end }: Span): string | undefined {
  return roles.findLast((role) => role.paragraph < paragraph || (role.paragraph === paragraph && role.start < end))
    ?.text;
}

/** "Sullivan, who said …": whom the pronoun stands for. */
function antecedentOf(tree: ParagraphTree, pronoun: Node): { first: number; last: number } | undefined {
  if (!RELATIVE.test(pronoun.lower)) return undefined;
  for (let node = pronoun; node.head >= 0; node = tree.nodes[node.head]!) {
    if (node.relation === 'acl') return { first: node.head, last: node.head };
  }
  return undefined;
}

function spanOf({ nodes, paragraph }: ParagraphTree, { first, last }: { first: number; last: number }): Span {
  return { paragraph: paragraph.ordinal, start: nodes[first]!.start, end: nodes[last]!.end };
}
