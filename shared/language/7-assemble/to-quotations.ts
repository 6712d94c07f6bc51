import type { Span } from '../../article/article.ts';
import type { Quotation } from '../analysis.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan, type Attribution } from '../6-quotations/rule.ts';
import { INTERVIEW } from '../6-quotations/rules/interviews.ts';
import { roleOf, speakersOf, type Speaker } from '../6-quotations/speakers.ts';
import { confidenceOf } from './confidence.ts';
import { kindOf, quotedPartsOf } from './quoted-parts.ts';

/** Quotations with what they were made of, in reading order. */
export interface Explained {
  readonly quotation: Quotation;
  readonly attribution: Attribution;
  readonly speaker: Speaker;
}

/** Attributions as they are listed; without an entity index no speaker is named. */
export function toQuotations(attributions: readonly Attribution[], index?: EntityIndex): Explained[] {
  const parts = quotedPartsOf(attributions);
  const speakerOf = index ? speakersOf(attributions, index) : () => ({ reason: 'no entities were asked for' });
  return attributions
    .map((attribution) => {
      const speaker = speakerOf(attribution);
      const quoted = (parts.get(attribution) ?? []).map((part) => part.toText()).sort(compare);
      return { attribution, speaker, quotation: toQuotation(attribution, quoted, speaker) };
    })
    .sort((a, b) => compareFirst(a.quotation, b.quotation))
    .map(({ quotation, ...explained }, ordinal) => ({ ...explained, quotation: { ordinal, ...quotation } }));
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
  { entity }: Speaker,
): Omit<Quotation, 'ordinal'> {
  const { cue, cueKind, rule } = attribution;
  const contents = attribution.contents.map((content) => content.toText()).sort(compare);
  const source = sourceSpan(attribution)?.toText() ?? null;
  // A turn of an interview is in its speaker's words as if it stood in marks.
  const quoted = rule === INTERVIEW.id ? contents : marked;
  const modality = modalityOf(cue);
  const speakerRole = entity && source ? roleOf(entity, source) : undefined;
  return {
    kind: kindOf(contents, quoted),
    contents,
    quoted,
    cue: cue.toText(),
    cueKind,
    ...(modality && { modality }),
    source,
    speaker: entity?.id ?? null,
    ...(entity && { speakerName: entity.name }),
    ...(speakerRole !== undefined && { speakerRole }),
    rule,
    confidence: confidenceOf(attribution),
  };
}
