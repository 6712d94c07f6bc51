import type { Token } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { verbCue } from '../lexicon/reporting.ts';
import type { QuotedKind, QuotedSpan } from './quoted-span.ts';

/** What tells a kind apart from somebody's words, in order; the first that fits. */
const KINDS: readonly (readonly [QuotedKind, (quoted: QuotedSpan) => boolean])[] = [
  ['hearsay', isSupposed],
  ['hearsay', isHabit],
  ['title', isTitle],
  ['nickname', isNickname],
  ['nickname', isByname],
  ['nickname', isAlias],
  ['label', isLabel],
];

export const kindOf = (quoted: QuotedSpan): QuotedKind => KINDS.find(([, fits]) => fits(quoted))?.[0] ?? 'speech';

const WORKS = wordSet(
  `album anthem article ballad blog book broadcast cartoon chapter column comedy comic documentary drama episode essay exhibition film
  franchise game hit magazine memoir movie musical newspaper novel opera painting paper play podcast poem program programme sequel
  segment serial series show single sitcom sketch song special story thriller track trilogy video`,
);
const MAKERS = wordSet(
  `host star anchor co-host creator director actor actress hosts stars anchors co-hosts creators directors actors actresses`,
);
/** Participles that come before a name: `a group called "The Open Door"`. */
const TITLING_VERBS = wordSet('called titled entitled named dubbed headlined nicknamed');
/** Words that stand in lower case within a title. */
const SMALL = wordSet("a an and as at but by for from in into is my nor of on or our the to vs with your 's");
/** Words after which a title of several words stands. */
const BEFORE_TITLE = wordSet("on in of 's from to for with hosts and starred watching watch");

/** Most words of a title. */
const LONGEST_TITLE = 12;
const LONGEST_NICKNAME = 3;

function inTitleCase(words: readonly Token[]): boolean {
  return (
    words.length > 0 &&
    words.every(({ text, lower }) => /^[\p{Lu}\p{N}&#]/u.test(text) || SMALL.has(lower) || lower.includes("'"))
  );
}

/** The title of a work: `on ''Meet the Press''`, `the film "Selma"`, `"Today" show`. */
function isTitle(quoted: QuotedSpan): boolean {
  const { words, previous: before, next: after } = quoted;
  if (words.length > LONGEST_TITLE || !inTitleCase(words)) return false;
  if (after && (WORKS.has(after.lower) || MAKERS.has(after.lower))) return true;
  if (!before || isTitleCaseLine(quoted)) return false;
  return namesTitle(before, after) || (words.length === 1 ? isBroadcast(before) : followsTitleWord(before));
}

/** Whether all words around are written as in titles: a headline, whose capitals tell nothing. */
function isTitleCaseLine(quoted: QuotedSpan): boolean {
  const around = quoted.first.sentence.tokens.filter((token) => !quoted.has(token) && token.pos !== 'PUNCT');
  return around.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) && inTitleCase(around);
}

/** `a play called "…"`, `the "Open Door" campaign`, `the novel "…"`, `the novel, "…"` */
function namesTitle(before: Token, after: Token | undefined): boolean {
  if (TITLING_VERBS.has(before.lower) && isNameBearing(before)) return true;
  if (after?.pos === 'NOUN' && isDeterminer(before)) return true;
  return WORKS.has(before.lower) || (before.text === ',' && WORKS.has(before.previous?.lower ?? ''));
}

/** A single word is a title after "on" or the name of who broadcasts it: "CNN's". */
function isBroadcast(before: Token): boolean {
  const owner = before.previous;
  if (before.lower === "'s" && owner?.pos === 'PROPN' && /^(?:on|of)$/u.test(owner.previous?.lower ?? '')) return true;
  return before.lower === 'on' && !isSpokenOf(before);
}

const followsTitleWord = (before: Token): boolean =>
  /^(?:tells?|told)$/u.test(before.lower) || (BEFORE_TITLE.has(before.lower) && !isSpokenOf(before));

/** Whether a participle says what the noun before it is called, rather than what somebody has called something. */
const isNameBearing = (participle: Token): boolean =>
  participle.relation === 'acl' &&
  participle.subtype !== 'relcl' &&
  !participle.children('nsubj', 'obj', 'aux').some((token) => token.isBefore(participle));

/** `the "Open Door" campaign`: what stands between a determiner and its noun. */
const isDeterminer = (token: Token): boolean =>
  token.pos === 'DET' || token.subtype === 'poss' || token.head?.subtype === 'poss';

/** "of" in "chants of", "accused of": a preposition that a cue governs brings words, not a title. */
const isSpokenOf = (preposition: Token): boolean =>
  /^(?:chants?|cries|calls?|shouts?|message|slogan|question|response)$/u.test(preposition.previous?.lower ?? '');

/** `Joe "the Plumber" Wurzelbacher`. */
function isNickname({ words, previous: before, next: after }: QuotedSpan): boolean {
  return (
    words.length <= LONGEST_NICKNAME &&
    before?.pos === 'PROPN' &&
    after?.pos === 'PROPN' &&
    words.every(({ text, lower }) => /^\p{Lu}/u.test(text) || SMALL.has(lower)) &&
    !verbCue(before.lower)
  );
}

/** Most tokens of "as the islanders themselves now call". */
const LONGEST_CALLER = 8;

/** `The "wobbly bridge," as islanders call it`: what something goes by. */
function isByname({ next }: QuotedSpan): boolean {
  const as = next?.text === ',' ? next.next : next;
  if (as?.lower !== 'as') return false;
  for (let call = as.next; call && call.index < as.index + LONGEST_CALLER; call = call.next)
    if (/^call(?:s|ed)?$/u.test(call.lower)) return /^(?:it|them|him|her)$/u.test(call.next?.lower ?? '');
  return false;
}

/** Nouns for a name that somebody has taken or been given. */
const ALIASES = wordSet('name nickname alias pseudonym moniker codename handle surname');

/** `goes by the name “Biscuit.”`, `the nickname “Red”`: what somebody is called. */
function isAlias({ words, previous }: QuotedSpan): boolean {
  const isName =
    words.length > 0 && words.length <= LONGEST_NICKNAME && words.every(({ text }) => /^\p{Lu}/u.test(text));
  return isName && (ALIASES.has(previous?.lower ?? '') || goesBy(previous));
}

/** "who goes by" */
const goesBy = (by: Token | undefined): boolean =>
  by?.lower === 'by' && /^(?:go|goes|going|went|gone)$/u.test(by.previous?.lower ?? '');

/** `"Related:"` and what stands in the tags of a web page. */
function isLabel({ paragraph, first, innerEnd }: QuotedSpan): boolean {
  const { text } = paragraph.source;
  return text[innerEnd - 1] === ':' || text[first.start - 1] === '=';
}

/** How many tokens before "to say" a negation still denies the saying. */
const NEGATION_REACH = 6;

/** `never have occasion to say "hands up"`: words that nobody has said. */
function isSupposed({ previous: verb }: QuotedSpan): boolean {
  if (verb?.pos !== 'VERB' || !verbCue(verb.lower) || verb.previous?.lower !== 'to') return false;
  const from = Math.max(verb.sentence.start, verb.index - NEGATION_REACH);
  return verb.sentence
    .from(from)
    .until(verb.index - 1)
    .tokens.some(({ lower }) => /^(?:never|not|n't|nobody|hardly|refuse[sd]?|refusing)$/u.test(lower));
}

/** `People often say that a "quick fix" …`: a habit of nobody in particular, whose words nobody has heard. */
function isHabit(quoted: QuotedSpan): boolean {
  const { sentence } = quoted.first;
  return sentence.until(quoted.start).tokens.some(
    (verb) =>
      verb.pos === 'VERB' &&
      verbCue(verb.lower)?.kind === 'assertion' &&
      // The sentence's first word, where the tree gives the verb no subject.
      [sentence.first, ...verb.children('nsubj')].some(({ lower }) => EVERYBODY.has(lower)) &&
      verb.children('advmod').some(({ lower }) => OFTEN.has(lower)),
  );
}

const EVERYBODY = wordSet('people folks everybody everyone');
const OFTEN = wordSet('often always usually sometimes generally');
