import type { Span } from '../../article/article.ts';
import type { Quotation } from '../analysis.ts';
import type { AnnotatedDocument } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import type { FoundSpeakers } from '../6-quotations/found-speakers.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { withoutNested } from '../6-quotations/nested.ts';
import { sourceSpan, type Attribution } from '../6-quotations/rule.ts';
import { officeAt, speakersOf } from '../6-quotations/speakers.ts';
import { partsAsWritten } from './as-written.ts';
import { confidenceOf } from './confidence.ts';
import { kindOf, quotedPartsOf } from './quoted-parts.ts';
import { repeatedInHeadline } from './repeated.ts';
import { exclusionOf } from './statements.ts';

/** A candidate with what it was made of. */
export interface Explained {
  readonly quotation: Omit<Quotation, 'ordinal'>;
  readonly attribution: Attribution;
  readonly speakers: FoundSpeakers;
  /** Why it is not listed: the name of an exclusion, or "nested"; undefined where it is. */
  readonly unlisted?: string;
}

/** Every attribution in reading order, listed or not; without an entity index no speaker is named. */
export function toQuotations(
  attributions: readonly Attribution[],
  { paragraphs }: AnnotatedDocument,
  index?: EntityIndex,
): Explained[] {
  const speakersFor: (attribution: Attribution) => FoundSpeakers = index
    ? speakersOf(attributions, index, paragraphs)
    : () => ({ entities: [], reason: 'no entities were asked for' });
  const candidates = attributions.map((attribution) => {
    const speakers = speakersFor(attribution);
    return { attribution, speakers, exclusion: exclusionOf(attribution, speakers.entities[0]) };
  });
  const opaque = candidates.filter(({ exclusion }) => !exclusion || exclusion.isOpaque);
  const outermost = withoutNested(
    opaque.map(({ attribution }) => attribution),
    paragraphs,
  );
  const parts = quotedPartsOf(outermost);
  const free = new Set(outermost);
  const repeated = repeatedInHeadline(
    outermost,
    paragraphs,
    (attribution) => speakersFor(attribution).entities.length > 0,
  );
  return candidates
    .map(({ attribution, speakers, exclusion }): Explained => {
      const quoted = (parts.get(attribution) ?? []).map((part) => part.toText()).sort(compare);
      const unlisted =
        exclusion?.name ?? (repeated.has(attribution) ? 'repeated' : free.has(attribution) ? undefined : 'nested');
      return {
        attribution,
        speakers,
        quotation: toQuotation(attribution, quoted, speakers),
        ...(unlisted !== undefined && { unlisted }),
      };
    })
    .sort((a, b) => compareFirst(a.quotation, b.quotation));
}

const compare = (a: Span, b: Span): number => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end;

function compareFirst(
  { contents: [a] }: Pick<Quotation, 'contents'>,
  { contents: [b] }: Pick<Quotation, 'contents'>,
): number {
  return a && b ? compare(a, b) : 0;
}

function toQuotation(
  attribution: Attribution,
  marked: Quotation['quoted'],
  { entities }: FoundSpeakers,
): Explained['quotation'] {
  const { cue, cueKind, rule, turn } = attribution;
  const contents = (turn ? attribution.contents : partsAsWritten(attribution.contents))
    .map((content) => content.toText())
    .sort(compare);
  const source = sourceSpan(attribution)?.toText() ?? null;
  // A turn of an interview is in its speaker's words as if it stood in marks.
  const quoted = turn ? contents : marked;
  const modality = modalityOf(cue);
  // What somebody is stands behind the name in the line above his words.
  const header = turn?.form === 'header' ? turn.cue.paragraph.span.toText() : undefined;
  const speakers = entities.map((entity) => {
    const role = source ? officeAt(entity, header ?? source) : undefined;
    return { id: entity.id, name: entity.name, ...(role !== undefined && { role }) };
  });
  const [speaker] = speakers;
  return {
    kind: kindOf(contents, quoted),
    contents,
    quoted,
    cue: cue.toText(),
    cueKind,
    ...(modality && { modality }),
    source,
    speakers,
    speaker: speaker?.id ?? null,
    ...(speaker && { speakerName: speaker.name }),
    ...(speaker?.role !== undefined && { speakerRole: speaker.role }),
    rule,
    confidence: confidenceOf(attribution),
  };
}
