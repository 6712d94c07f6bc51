import type { TokenSpan } from '../language/annotated.ts';
import { annotate } from '../language/annotate.ts';
import type { Document } from '../language/document.ts';
import { findEntities } from '../language/5-entities/find-entities.ts';
import type { Attribution, Step } from '../language/6-quotations/rule.ts';
import { ruleOf } from '../language/6-quotations/rules.ts';
import { explainQuotations } from '../language/7-assemble/find-quotations.ts';
import { touchesMarks } from '../language/7-assemble/confidence.ts';
import { judgementOf } from '../language/7-assemble/judge.ts';
import type { Explained } from '../language/7-assemble/to-quotations.ts';

/** Most characters of a stretch of text in a line. */
const LONGEST_WORDS = 70;

/** What is in quotation marks, then each quotation with the rule that decided, what it bound, what moved its ends, and who speaks. */
export function explainArticle(parsed: Document): string {
  const document = annotate(parsed);
  const marked = document.paragraphs.flatMap((paragraph) =>
    paragraph.marked.map((span) => `  ${String(paragraph.ordinal).padStart(3)}  ${span.kind.padEnd(9)} ${words(span)}`),
  );
  const explained = explainQuotations(document, findEntities(document));
  return [
    'In quotation marks (paragraph, kind):',
    ...(marked.length > 0 ? marked : ['  nothing']),
    '',
    ...explained.map(explainQuotation),
  ].join('\n');
}

function explainQuotation({ quotation, attribution, speakers, unlisted }: Explained): string {
  const { kind, contents, cue, cueKind, source, modality, rule, confidence } = quotation;
  const { bound = {}, steps } = attribution;
  const place = contents[0]?.paragraph ?? 0;
  const row = (name: string, text: string) => `  ${name.padEnd(11)} ${text}`;
  const boundTo = Object.entries(bound).flatMap(([name, span]) => (span ? [`${name} ${words(span)}`] : []));
  return [
    `${unlisted === undefined ? 'Listed' : `Not listed (${unlisted})`}: paragraph ${place}, ${kind}, rule ${rule}`,
    ...contents.map(({ text }) => row('content', short(text))),
    row('cue', `${cue ? short(cue.text) : 'none'} (${[cueKind, modality].filter(Boolean).join(', ')})`),
    row('source', source ? `${short(source.text)} (by ${attribution.source?.rule ?? 'nothing'})` : 'none'),
    row('speaker', `${speakers.entities.map(({ id }) => id).join(', ') || 'nobody'}: ${speakers.reason}`),
    ...(boundTo.length > 0 ? [row('bound', boundTo.join(', '))] : []),
    ...steps.map((step) => row('step', stepText(step))),
    row(
      'confidence',
      `${confidence}, ${touchesMarks(attribution) ? `of which the rule states ${ruleOf(rule).confidence}` : `moved most by ${movedBy(attribution)}`}`,
    ),
    row('example', ruleOf(rule).example.replaceAll('\n', ' / ')),
    '',
  ].join('\n');
}

/** How many of what moved the confidence are told. */
const MOVERS = 3;

const movedBy = (attribution: Attribution): string =>
  judgementOf(attribution)
    .filter(([name]) => name !== 'bias')
    .slice(0, MOVERS)
    .map(([name, logOdds]) => `${name} ${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(1)}`)
    .join(', ');

const stepText = ({ name, from, to }: Step): string =>
  from.equals(to) ? `${name}: ${words(to)}` : `${name}: ${words(from)} → ${words(to)}`;

const words = (span: TokenSpan): string => short(span.toText().text);

/** The beginning and the end of a text. */
function short(text: string): string {
  const half = LONGEST_WORDS / 2;
  return text.length > LONGEST_WORDS ? `“${text.slice(0, half)} … ${text.slice(-half)}”` : `“${text}”`;
}
