import type { Span, TextSpan } from '../../article/article.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import type { Entity, Quotation } from '../analysis.ts';
import type { Document } from '../document.ts';
import { confidenceOf } from './confidence.ts';
import type { Attribution, Place } from './drafts.ts';
import { findAttributions } from './find-attributions.ts';
import { ANSWER, INTERVIEW } from './interviews.ts';
import { modalityOf } from './modality.ts';
import { toParagraphTrees, withQuoted, type ParagraphTree, type QuotedRange } from './paragraph-tree.ts';
import { intervieweeOf, roleOf, speakerOf } from './speakers.ts';
import { isHearsay, isSupposed } from './what-is-quoted.ts';

/** Every quotation of an article, in reading order; without an entity index no speaker is named. Linear in the text. */
export function findQuotations(document: Document, entities?: EntityIndex, without?: ReadonlySet<string>): Quotation[] {
  const trees = toParagraphTrees(document).map((tree) =>
    withQuoted(
      tree,
      tree.quoted.filter((passage) => !isSupposed(tree, passage) && !isHearsay(tree, passage)),
    ),
  );
  const attributions = findAttributions(trees, without);
  const firstTurn = attributions.find(({ rule }) => rule === INTERVIEW)?.source?.paragraph;
  const interviewee = entities && firstTurn !== undefined ? intervieweeOf(entities, firstTurn) : undefined;
  const passages = passagesOf(trees, attributions);
  return attributions
    .map((attribution) => toQuotation(trees, attribution, passages.get(attribution) ?? [], entities, interviewee))
    .sort((a, b) => compare(a.contents[0]!, b.contents[0]!))
    .map((quotation, ordinal) => ({ ordinal, ...quotation }));
}

const compare = (a: Span, b: Span): number => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end;

function toQuotation(
  trees: readonly ParagraphTree[],
  attribution: Attribution,
  passages: readonly Place[],
  entities: EntityIndex | undefined,
  interviewee: Entity | undefined,
): Omit<Quotation, 'ordinal'> {
  const { cue, cueKind, source, rule } = attribution;
  const contents = attribution.contents.map((place) => textSpan(trees, place)).sort(compare);
  // A turn of an interview is in its speaker's words as if it stood in marks.
  const quoted = rule === INTERVIEW ? contents : passages.map((passage) => textSpan(trees, passage)).sort(compare);
  const tree = trees[(cue ?? source ?? attribution.contents[0]!).paragraph]!;
  const modality = cue ? modalityOf(tree, cue) : undefined;
  const answers = rule === INTERVIEW && source && textSpan(trees, source).text === ANSWER;
  const named = source && entities ? speakerOf(trees[source.paragraph]!, source, entities) : undefined;
  const speaker = answers ? interviewee : named;
  const speakerRole = speaker && source ? roleOf(speaker, textSpan(trees, source)) : undefined;
  return {
    kind: kindOf(contents, quoted),
    contents,
    quoted,
    cue: cue && textSpan(trees, cue),
    cueKind,
    ...(modality && { modality }),
    source: source && textSpan(trees, source),
    speaker: speaker?.id ?? null,
    ...(speaker && { speakerName: speaker.name }),
    ...(speakerRole !== undefined && { speakerRole }),
    rule,
    confidence: confidenceOf(tree, attribution),
  };
}

function textSpan(trees: readonly ParagraphTree[], { paragraph, first, last }: Place): TextSpan {
  const {
    nodes,
    paragraph: { text },
  } = trees[paragraph]!;
  const { start } = nodes[first]!;
  const { end } = nodes[last]!;
  return { paragraph, start, end, text: text.slice(start, end) };
}

/** The passages that each attribution holds: of the contents around one the shortest has it, `the union said that Okonkwo wrote that “…”`. */
function passagesOf(
  trees: readonly ParagraphTree[],
  attributions: readonly Attribution[],
): ReadonlyMap<Attribution, Place[]> {
  const shortestFirst = attributions
    .flatMap((attribution) => attribution.contents.map((place) => ({ attribution, ...place })))
    .sort((a, b) => a.last - a.first - (b.last - b.first));
  const taken = new Set<QuotedRange>();
  const held = new Map<Attribution, Place[]>();
  for (const { attribution, paragraph, first, last } of shortestFirst) {
    for (const passage of trees[paragraph]!.quoted) {
      if (passage.first < first || passage.last > last || taken.has(passage)) continue;
      taken.add(passage);
      const own = held.get(attribution) ?? [];
      own.push({ paragraph, first: passage.first, last: passage.last });
      held.set(attribution, own);
    }
  }
  return held;
}

/** Words that join passages into one: "Lock her up" and "Build the wall". */
const JOINING = /^[\s\p{P}]*(?:(?:and|or|but)[\s\p{P}]*)?$/u;

/** Direct where nothing but punctuation and a conjunction stands outside the marks. */
function kindOf(contents: readonly TextSpan[], quoted: readonly TextSpan[]): Quotation['kind'] {
  if (quoted.length === 0) return 'indirect';
  const isDirect = contents.every((content) => {
    let at = content.start;
    const within = quoted.filter(
      ({ paragraph, start }) => paragraph === content.paragraph && start >= content.start && start < content.end,
    );
    const outside = within.map(({ start, end }) => {
      const words = content.text.slice(at - content.start, start - content.start);
      at = end;
      return words;
    });
    return [...outside, content.text.slice(at - content.start)].every((words) => JOINING.test(words));
  });
  return isDirect ? 'direct' : 'mixed';
}
