import type { Span, TextSpan } from '../../../shared/article/article.ts';
import { findEntities } from '../../../shared/language/5-entities/find-entities.ts';
import { assemble } from '../../../shared/language/7-assemble/assemble.ts';
import { explainQuotations } from '../../../shared/language/7-assemble/find-quotations.ts';
import type { Explained } from '../../../shared/language/7-assemble/to-quotations.ts';
import type { Entity } from '../../../shared/language/analysis.ts';
import { annotate } from '../../../shared/language/annotate.ts';
import type { Document } from '../../../shared/language/document.ts';
import type { Step } from '../../../shared/language/6-quotations/rule.ts';
import type { StoredCase } from '../trees/stored-cases.ts';

/** Articles of the corpus have no date of their own; one is needed for what "Monday" means. */
const PUBLISHED_AT = '2026-11-26T08:00:00Z';

/** All that the rules find in an article, and why, a fact a line: for a difference that can be read. */
export function answerTo({ name, document }: StoredCase): string {
  const dated: Document = { ...document, publishedAt: PUBLISHED_AT };
  const annotated = annotate(dated);
  const explained = explainQuotations(annotated, findEntities(annotated));
  const marked = annotated.paragraphs.flatMap((paragraph) => paragraph.marked);
  const { entities } = assemble(annotated, findEntities(annotated), headlineOf(dated));
  return [
    `== ${name}`,
    ...marked.map((span) => `in marks, ${span.kind}: ${placed(span.toText())}`),
    ...explained.flatMap(linesOfQuotation),
    ...entities.flatMap(linesOfEntity),
    '',
  ].join('\n');
}

/** The first paragraph where it is no sentence. */
function headlineOf({ paragraphs: [first] }: Document): TextSpan | undefined {
  if (!first || /[.!?]["”’]?$/u.test(first.text)) return undefined;
  return { paragraph: first.ordinal, start: 0, end: first.text.length, text: first.text };
}

function linesOfQuotation({ quotation, attribution, speakers, unlisted }: Explained): string[] {
  const { kind, contents, quoted, cue, cueKind, modality, source, rule, confidence } = quotation;
  const bound = Object.entries(attribution.bound ?? {}).flatMap(([name, span]) =>
    span ? [`${name} ${placed(span.toText())}`] : [],
  );
  const said = [kind, cueKind, modality, rule, confidence].filter((value) => value !== undefined);
  return [
    `${unlisted === undefined ? '' : `not listed (${unlisted}): `}${said.join(' ')}`,
    ...contents.map((span) => `  content  ${placed(span)}`),
    ...quoted.map((span) => `  in marks ${extent(span)}`),
    `  cue      ${cue ? placed(cue) : 'none'}`,
    `  source   ${source ? `${placed(source)}, ${attribution.source?.rule}` : 'none'}`,
    `  speaker  ${quotation.speakers.map(nameOfSpeaker).join('; ') || 'nobody'}: ${speakers.reason}`,
    ...(bound.length > 0 ? [`  bound    ${bound.join(', ')}`] : []),
    ...attribution.steps.map((step) => `  step     ${textOfStep(step)}`),
  ];
}

const nameOfSpeaker = ({ id, name, role }: Explained['quotation']['speakers'][number]): string =>
  [id, name, role].filter(Boolean).join(', ');

const textOfStep = ({ name, from, to }: Step): string => `${name}, ${extent(from.toText())} to ${extent(to.toText())}`;

function linesOfEntity({ id, mentions, roles, ...fields }: Entity): string[] {
  const { type: _, ...told } = fields;
  return [
    `${id} ${JSON.stringify(told)}`,
    ...roles.map((span) => `  role     ${placed(span)}`),
    ...mentions.map(
      (mention) => `  ${mention.kind === 'description' ? 'noun' : mention.kind}`.padEnd(11) + placed(mention),
    ),
  ];
}

const extent = ({ paragraph, start, end }: Span): string => `${paragraph}:${start}-${end}`;

const placed = (span: TextSpan): string => `${extent(span)} ${span.text}`;
