import { TokenSpan, type Token } from '../annotated.ts';
import { LONGEST_TERM } from '../4-quoted/quoted-span.ts';
import { PERSONAL, RELATIVE_SUBJECTS, wordSet } from '../lexicon/closed-classes.ts';
import type { VerbCue } from '../lexicon/reporting.ts';
import type { Attribution, Candidate, IsOn, Step } from './rule.ts';
import type { ParagraphBoard } from './attribution-board.ts';
import { cueOf, verbGroup } from './cues.ts';
import { isPause } from './punctuation.ts';
import { circumstanceEnd } from './rules/addressee.ts';
import type { FoundByVerb, VerbRule } from './rules/verb-rule.ts';
import { sourceFor } from './sources-by-place.ts';
import type { FoundSource } from './sources.ts';

/** A verb with what a rule says that it reports. */
interface Report {
  readonly verb: Token;
  readonly cue: VerbCue;
  readonly rule: VerbRule;
  readonly content: TokenSpan;
  readonly source: FoundSource | null;
}

/** Asks the rules in turn what a verb reports; the first that finds something decides, and the guards may refuse it. */
export function attributeVerb(board: ParagraphBoard, verb: Token, rules: readonly VerbRule[], isOn: IsOn): void {
  const cue = cueOf(verb);
  if (!cue || verb.quoted || board.cueAt(verb) || ['aux', 'cop', 'amod'].includes(verb.relation)) return;
  for (const rule of rules) {
    const found = isOn(rule.id) ? rule.find(verb, cue) : null;
    if (!found) continue;
    const candidate = report(board, verb, cue, rule, found);
    if (candidate) board.add(candidate);
    return;
  }
}

function report(
  board: ParagraphBoard,
  verb: Token,
  cue: VerbCue,
  rule: VerbRule,
  found: FoundByVerb,
): Candidate | null {
  const steps: Step[] = [];
  const content = rule.extent.reduce((from, { name, move }) => {
    const to = move(from, verb, rule.frame);
    if (!to.equals(from)) steps.push({ name, from, to });
    return to;
  }, found.content);
  if (rule.frame !== 'clause' && isUndone(verb) && !content.touchesQuoted()) return null;
  const seems = cue.traits.has('seems');
  const source = seems ? null : sourceFor(verb);
  const group = verbGroup(verb);
  const cueSpan = group.until(Math.max(group.end, found.cueEnd.index + 1));
  const goesOn = seems || (rule.frame === 'objectControl' && content.start < cueSpan.start);
  const free = afterOthers(board, content);
  if (!free.equals(content)) steps.push({ name: 'after what another says', from: content, to: free });
  const contents = withoutAttribution(free, source?.span, cueSpan, goesOn);
  const [first] = contents;
  if (!first || contents.some((part) => source && part.overlaps(source.span))) return null;
  const reported: Report = { verb, cue, rule, content: first, source };
  if (GUARDS.some((refuses) => refuses(reported))) return null;
  // Speech inside what is reported already is kept where it has its own source: "critics who say …".
  const outer = contents.map((part) => board.takerOf(part)).find((taker) => taker !== undefined);
  if (outer && !(source && speaksWithin(outer, { ...reported, content }))) return null;
  if (contents.length > 1 || !first.equals(free))
    steps.push(...contents.map((to) => ({ name: 'without its attribution', from: free, to })));
  const { bound } = found;
  return { rule: rule.id, cue: cueSpan, cueKind: cue.kind, source, frame: rule.frame, bound, contents, steps };
}

/** `“We stay,” Firth said. “We are many,” The union is strong, said Holt`: words in marks that are another's and a mark closes are no part of the sentence behind them. */
function afterOthers(board: ParagraphBoard, content: TokenSpan): TokenSpan {
  const { quoted } = content.first;
  const { next } = quoted ?? {};
  if (!quoted || !next || quoted.start !== content.start || !content.has(next)) return content;
  return board.takerOf(quoted) && /^\p{Lu}/u.test(next.text) ? content.from(next).trimmed() : content;
}

/** What speaks against an attribution that a rule has found, whatever the rule. */
const GUARDS: readonly ((report: Report) => boolean)[] = [isNobodys, isThought, isTerm];

const isPhrase = ({ frame }: VerbRule): boolean => frame === 'object' || frame === 'oblique';

/** `They were recognised`, `Read the report below`: without a source, a thing that is only believed, named by a pronoun or asked of the reader. */
function isNobodys({ verb, cue, rule, content, source }: Report): boolean {
  if (source || !isPhrase(rule)) return false;
  const isPronoun = content.tokens.every(({ pos }) => pos === 'PRON' || pos === 'ADV');
  const isImperative = verb.relation === 'root' && verb === verb.sentence.first;
  return cue.kind !== 'assertion' || isPronoun || isImperative;
}

/** `"Why me?" he thought`: nobody has heard it. */
function isThought({ cue, content }: Report): boolean {
  const { quoted } = content.first;
  return cue.traits.has('thinks') && quoted?.start === content.start && quoted.end >= content.end;
}

/** A term in marks within a purpose or manner, or of nobody: "offering “relief”", "to indicate a “term”". */
function isTerm({ verb, rule, content, source }: Report): boolean {
  if (!content.touchesQuoted()) return false;
  const isDoubtful = source ? isPhrase(rule) && isIncidental(verb) : rule.frame !== 'clause' || isIncidental(verb);
  return isDoubtful && longestQuoted(content) <= LONGEST_TERM;
}

/** How many words stand between the marks of the longest quoted span that a content touches. */
const longestQuoted = (content: TokenSpan): number =>
  Math.max(0, ...content.quotedSpans().map(({ words }) => words.length));

/** Nobody has done it: "without naming him", "a plan to attack him", "the man accused of it". */
function isUndone(verb: Token): boolean {
  if (verb.subtype === 'relcl') return false;
  if (verb.relation === 'acl') return !verb.lower.endsWith('ing');
  return (
    verb.relation === 'advcl' && verb.children('mark').some(({ lower }) => lower === 'without' || lower === 'than')
  );
}

const INCIDENTAL_MARKS = wordSet('to by for without in of from than about while after before when');

/** A purpose, a manner or a reduced relative clause tells of no utterance: "met to discuss the plan", "without naming him". */
export function isIncidental(verb: Token): boolean {
  // "pledged to publish it": what is pledged is reported already.
  if (verb.relation === 'xcomp' && verb.head) return cueOf(verb.head) !== undefined;
  if (!['advcl', 'acl'].includes(verb.relation) || verb.subtype === 'relcl') return false;
  return (
    verb.relation === 'acl' || verb.children('mark', 'aux', 'case').some(({ lower }) => INCIDENTAL_MARKS.has(lower))
  );
}

/** Within what a clause reports, only who is named and quoted at length: `the union said that Okonkwo wrote that “…”`. */
function speaksWithin(outer: Attribution, { verb, cue, rule, content, source }: Report): boolean {
  const hasOwnSpeaker = verb.children('nsubj').some(({ lower }) => !PERSONAL.has(lower));
  if (!source || cue.kind !== 'assertion' || !hasOwnSpeaker) return false;
  if (outer.frame !== 'clause') return true;
  const isNamed = source.span.tokens.some(({ pos }) => pos === 'PROPN');
  const isReported = outer.contents[0]?.overlaps(source.span) ?? false;
  return rule.frame === 'clause' && isNamed && isReported && longestQuoted(content) > LONGEST_TERM;
}

/** The content without the words of its own attribution: `Cruz, she said, has changed`. */
function withoutAttribution(
  content: TokenSpan,
  source: TokenSpan | undefined,
  cue: TokenSpan,
  goesOn: boolean,
): TokenSpan[] {
  const inside = source?.overlaps(content) ? source : undefined;
  if (cue.start < content.start || cue.start >= content.end) {
    const isAtEnd = inside && inside.start > content.start && inside.end >= content.end;
    return whole([isAtEnd ? content.until(inside.start) : content]);
  }
  const start = Math.min(inside?.start ?? cue.start, cue.start);
  const end = Math.max(inside?.end ?? cue.end, cue.end);
  const before = content.until(start);
  const after = content.from(circumstanceEnd(cue, end));
  // `The plan failed, he said on Monday`: what follows without a comma or a clause tells of the saying.
  if (isOfWriter(after)) return whole([before]);
  const resumes =
    goesOn ||
    before.isEmpty ||
    isRelative(before) ||
    isPause(content.paragraph.tokens[after.start]) ||
    hasClause(after);
  return whole(resumes ? [before, after] : [before]);
}

const TELLING_WHENCE = wordSet('citing quoting referring alluding speaking');

/** `…, the Ledger said, citing two officials`, `…, he said, on condition of anonymity`, `…, they say; in May Lund lost`: how it was said, and what else there is. */
function isOfWriter(after: TokenSpan): boolean {
  if (after.isEmpty) return false;
  const [first, second, third] = after.tokens.filter(({ pos, text }) => pos !== 'PUNCT' || text === ';');
  if (!first || first.text === ';' || TELLING_WHENCE.has(first.lower)) return true;
  return first.lower === 'on' && second?.lower === 'condition' && third?.lower === 'of';
}

/** `which the police say is false` */
const isRelative = ({ length, first }: TokenSpan): boolean => length === 1 && RELATIVE_SUBJECTS.has(first.lower);

const hasClause = (span: TokenSpan): boolean =>
  span.touchesQuoted() || span.tokens.some(({ dependents }) => dependents.some(({ relation }) => relation === 'nsubj'));

const whole = (parts: readonly TokenSpan[]): TokenSpan[] =>
  parts.filter(({ isEmpty }) => !isEmpty).map((part) => withoutOpenBy(part.trimmed()).withWholeQuotes());

/** `called “a disgrace” by Firth`: without the "by" of who is left out. */
function withoutOpenBy(part: TokenSpan): TokenSpan {
  const { last } = part;
  const isOpen = last.lower === 'by' && last.relation === 'case' && last.head !== undefined && !part.has(last.head);
  return isOpen && part.length > 1 ? part.until(last) : part;
}
