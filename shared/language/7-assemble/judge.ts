import { isPeopleNoun, isPersonNoun } from '../5-entities/lexicon/people.ts';
import { isInfinitive, mainVerb } from '../6-quotations/cues.ts';
import { modalityOf } from '../6-quotations/modality.ts';
import { sourceSpan, type Attribution } from '../6-quotations/rule.ts';
import { ruleOf } from '../6-quotations/rules.ts';
import { DOCUMENTS } from '../lexicon/closed-classes.ts';
import { takesClauseOfWords, verbCue } from '../lexicon/reporting.ts';
import { JUDGE_WEIGHTS } from './judge-weights.ts';

/** What the judge weighs of a candidate, by name; 1 where it holds. */
export type JudgedBy = Readonly<Record<string, number>>;

const SHORT = 4;
const LONG_SOURCE = 15;

/** Kind of source, as far as its head tells. */
function sourceKind(attribution: Attribution): string {
  const head = sourceSpan(attribution)?.headWord;
  if (!head) return 'none';
  if (head.pos === 'PROPN') return 'name';
  if (head.pos === 'PRON') return ['that', 'which', 'it', 'this'].includes(head.lower) ? 'thing' : 'pronoun';
  if (isPersonNoun(head.lower) || isPeopleNoun(head.lower)) return 'people';
  return DOCUMENTS.has(head.lower) ? 'document' : 'noun';
}

function contentKind({ contents: [content] }: Attribution): string {
  const head = content?.headWord;
  if (!head) return 'none';
  if (isInfinitive(head)) return 'infinitive';
  if (head.children('nsubj', 'expl', 'csubj').length > 0) return 'clause';
  return head.pos === 'VERB' ? 'verb' : 'phrase';
}

/** What the judge is asked about: the rule, the cue with its frame, the source, the content and the marks. */
export function judgedBy(attribution: Attribution): JudgedBy {
  const { rule, cue, cueKind, frame, contents } = attribution;
  const { confidence } = ruleOf(rule);
  const verb = mainVerb(cue);
  const lemma = (verb && verbCue(verb.lower)?.lemma) ?? cue.last.lower;
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const named: readonly (string | false | undefined)[] = [
    `rule:${rule}`,
    `source:${sourceKind(attribution)}`,
    `content:${contentKind(attribution)}`,
    `kind:${cueKind}`,
    frame && `frame:${frame}`,
    `modality:${modalityOf(cue) ?? 'none'}`,
    `cue:${lemma}`,
    takesClauseOfWords(verb && verbCue(verb.lower)) && 'a verb of saying',
    verb && ['acl', 'advcl', 'conj', 'parataxis'].includes(verb.relation) && `verb:${verb.relation}`,
    verb?.lower.endsWith('ing') && 'a participle',
    length < SHORT && 'short',
    (sourceSpan(attribution)?.length ?? 0) > LONG_SOURCE && 'a long source',
    contents.length > 1 && 'parts',
  ];
  return {
    rule: Math.log(confidence / (1 - confidence)),
    bias: 1,
    ...Object.fromEntries(named.filter((name) => typeof name === 'string').map((name) => [name, 1])),
  };
}

/** How far each of them moves the odds (natural logarithm), the strongest first. */
export function judgementOf(attribution: Attribution): readonly (readonly [name: string, logOdds: number])[] {
  return Object.entries(judgedBy(attribution))
    .map(([name, value]) => [name, value * (JUDGE_WEIGHTS[name] ?? 0)] as const)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}

/** Odds that a candidate without words in marks is a statement. */
export const oddsOfStatement = (attribution: Attribution): number =>
  Math.exp(judgementOf(attribution).reduce((sum, [, logOdds]) => sum + logOdds, 0));
