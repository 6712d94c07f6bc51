import type {
  Document,
  EntityType,
  PartOfSpeech,
  Sentence,
  TaggedName,
  Token,
} from '../../shared/language/document.ts';
import { isPersonNoun, TITLES } from '../../shared/language/5-entities/lexicon/people.ts';
import { SentenceSpan } from '../../shared/language/sentence-span.ts';
import type { TreebankDocument, TreebankSentence } from './conllu.ts';

/** A mention is known by the token that it hangs on: how far its span reaches differs between guidelines. */
export interface HeadMention {
  readonly sentence: number;
  readonly head: number;
}

export const keyOf = ({ sentence, head }: HeadMention): string => `${sentence}:${head}`;

export interface GoldMention extends HeadMention {
  readonly entity: string;
  readonly kind: 'name' | 'pronoun';
  readonly type: EntityType;
}

export interface GoldDocument {
  readonly id: string;
  /** With the treebank's own trees and names. */
  readonly document: Document;
  /** Named and pronominal mentions of people, organisations and places; no names inside names, which no Document has. */
  readonly mentions: readonly GoldMention[];
  /** Entity of every annotated span, by the key of its head; of spans with one head that of the widest. */
  readonly entities: ReadonlyMap<string, string>;
}

/** "The President", though capitalised, describes. */
const isTitle = (word: string): boolean => isPersonNoun(word) || TITLES.has(word.toLowerCase());

const TYPES: Readonly<Record<string, EntityType>> = {
  person: 'PERSON',
  organization: 'ORGANIZATION',
  place: 'LOCATION',
  time: 'DATE',
  event: 'EVENT',
};
const MEASURED: ReadonlySet<string> = new Set(['PERSON', 'ORGANIZATION', 'LOCATION']);

/** A span of the Entity column of GUM: `GRP-etype-infstat-salience-centering-minspan-link-identity`. */
interface EntitySpan {
  readonly entity: string;
  readonly type: string;
  readonly first: number;
  readonly end: number;
  /** Positions in the span of the words that cannot be left out, from 1. */
  readonly minimal: readonly number[];
}

export function toGoldDocument({ id, sentences }: TreebankDocument): GoldDocument {
  const texts: string[] = [];
  const mentions: GoldMention[] = [];
  const entities = new Map<string, string>();
  const tagged = sentences.map((source, sentence): Sentence => {
    const offset = (texts[source.paragraph] ??= '') === '' ? 0 : texts[source.paragraph]!.length + 1;
    const { tokens, text } = placeTokens(source, offset);
    texts[source.paragraph] = offset === 0 ? text : `${texts[source.paragraph]!} ${text}`;
    const found: { span: EntitySpan; head: number; name?: TaggedName; type: EntityType }[] = [];
    for (const span of spansOf(source)) {
      const type = TYPES[span.type];
      const head = new SentenceSpan(tokens, span).headIndex;
      const { pos, text: word } = tokens[head]!;
      entities.set(keyOf({ sentence, head }), span.entity);
      if (!type || isTitle(word)) continue;
      if (pos === 'PROPN') found.push({ span, head, type, name: nameIn(tokens, span, head, type) });
      else if (pos === 'PRON' && span.end - span.first === 1) found.push({ span, head, type });
    }
    const names = withoutOverlap(found.flatMap(({ name }) => name ?? []));
    for (const { span, head, type, name } of found) {
      if (!MEASURED.has(type) || (name && !names.includes(name))) continue;
      if (mentions.some((known) => known.sentence === sentence && known.head === head)) continue;
      mentions.push({ sentence, head, entity: span.entity, kind: name ? 'name' : 'pronoun', type });
    }
    return { paragraph: source.paragraph, tokens, names };
  });
  return {
    id,
    document: { paragraphs: texts.map((text, ordinal) => ({ ordinal, text })), sentences: tagged },
    mentions,
    entities,
  };
}

function placeTokens({ words }: TreebankSentence, offset: number): { tokens: Token[]; text: string } {
  let text = '';
  const tokens = words.map(({ form, pos, head, relation, misc }): Token => {
    const start = offset + text.length;
    text += form + (misc.includes('SpaceAfter=No') ? '' : ' ');
    return { text: form, start, end: start + form.length, pos: pos as PartOfSpeech, head, relation };
  });
  return { tokens, text: text.trimEnd() };
}

function spansOf({ words }: TreebankSentence): EntitySpan[] {
  const open: { entity: string; type: string; first: number; minimal: number[] }[] = [];
  const spans: EntitySpan[] = [];
  const close = (entity: string, end: number) => {
    const at = open.findLastIndex((span) => span.entity === entity);
    if (at >= 0) spans.push({ ...open.splice(at, 1)[0]!, end });
  };
  for (const [index, { misc }] of words.entries()) {
    const column = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opened, attributes = '', alone, closed] of column.matchAll(/\((\d+)-([^()]*)(\)?)|(?<!\d)(\d+)\)/g)) {
      if (closed !== undefined) close(closed, index + 1);
      if (opened === undefined) continue;
      const [type = '', , , , minimal = ''] = attributes.split('-');
      open.push({ entity: opened, type, first: index, minimal: minimal.split(',').map(Number) });
      if (alone) close(opened, index + 1);
    }
  }
  return spans;
}

/** People: the name from its head on, without titles; others: the words around the head that cannot be left out. */
function nameIn(
  tokens: readonly Token[],
  { first, end, minimal }: EntitySpan,
  head: number,
  type: EntityType,
): TaggedName {
  let start = head;
  let stop = head + 1;
  const needed = new Set(minimal.map((position) => first + position - 1));
  const small = (index: number) => /^(?:of|the|and|&|-|for|'s|’s)$/.test(tokens[index]!.text);
  if (type === 'PERSON') {
    while (
      start > first &&
      /^(?:compound|amod|flat)$/.test(tokens[start - 1]!.relation) &&
      tokens[start - 1]!.pos === 'PROPN'
    )
      start--;
  } else {
    while (start > first && (needed.has(start - 1) || (start - 1 > first && small(start - 1) && needed.has(start - 2))))
      start--;
    while (stop < end && (needed.has(stop) || (small(stop) && needed.has(stop + 1)))) stop++;
  }
  while (stop < end && isNamePart(tokens, stop, start)) stop++;
  while (start < stop - 1 && tokens[start]!.pos === 'DET') start++;
  return { type, first: start, end: stop };
}

const isNamePart = (tokens: readonly Token[], index: number, start: number): boolean => {
  const { relation, head, pos } = tokens[index]!;
  if (head < start || head >= index + 4) return false;
  return (
    relation.startsWith('flat') ||
    (pos === 'PUNCT' && /^[-‐’'.]$/.test(tokens[index]!.text) && (tokens[index + 1]?.relation ?? '').startsWith('flat'))
  );
};

function withoutOverlap(names: readonly TaggedName[]): TaggedName[] {
  const kept: TaggedName[] = [];
  for (const name of [...names].sort((a, b) => b.end - b.first - (a.end - a.first))) {
    if (kept.every(({ first, end }) => name.end <= first || name.first >= end)) kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}
