import type { Token } from '../annotated.ts';
import { wordSet } from '../lexicon/closed-classes.ts';
import { isLoose, isPassive } from './cues.ts';
import { barePhrase, closeAside, nounPhraseFrom } from './noun-phrases.ts';
import { isBareParticiple, sourceOf, type FoundSource } from './sources.ts';

/** The source of a verb by the tree, or, where the tree has none, by its place: right before a finite verb. */
export function sourceFor(verb: Token): FoundSource | null {
  const own = sourceOf(verb) ?? sourceBefore(verb);
  if (own || verb.relation !== 'conj' || verb.head?.pos !== 'VERB' || isPassive(verb)) return own;
  return sourceBefore(verb.head);
}

const ASKED = wordSet('asked pressed questioned told');
const BETWEEN = new Set(['AUX', 'ADV', 'PART']);
const HEADS = new Set(['NOUN', 'PROPN', 'PRON']);

/** `he said, adding …`: the subject of the nearest finite verb before; `Calderon calls …`: the noun phrase before the verb. */
function sourceBefore(verb: Token): FoundSource | null {
  // `The mayor, asked if she would resign, said …`: the mayor asked nothing.
  const isAsked = ASKED.has(verb.lower) && verb.previous?.text === ',' && isBareParticiple(verb);
  if (isPassive(verb) || isAsked) return null;
  if (verb.lower.endsWith('ing')) return subjectBefore(verb);
  return isInverted(verb) ? phraseBehind(verb) : phraseBefore(verb);
}

/** `Job cuts will come in May, said Orrin’s newly named chair Ann Roe`, where the tree gives the verb no subject. */
const isInverted = (verb: Token): boolean =>
  verb.previous?.text === ',' &&
  OPENS_NAME.has(verb.next?.pos ?? '') &&
  verb.children('ccomp').some((clause) => clause.isBefore(verb));

const OPENS_NAME: ReadonlySet<string> = new Set(['DET', 'PROPN']);

function phraseBehind(verb: Token): FoundSource | null {
  const phrase = nounPhraseFrom(verb.next, verb.sentence);
  return phrase && { span: phrase, rule: 'phrase behind' };
}

function subjectBefore(verb: Token): FoundSource | null {
  if (!isLoose(verb)) return null;
  const finite = verb.sentence
    .until(verb)
    .tokens.findLast(({ pos, quoted, dependents }) => pos === 'VERB' && !quoted && dependents.some(isSubject));
  return finite ? sourceOf(finite) : null;
}

const isSubject = ({ relation }: Token): boolean => relation === 'nsubj';

/** `in a note to his letter Mrs Roe said`: a whole name that the tree hangs on the noun before it, without a comma. */
function isStrayName(name: Token): boolean {
  if (name.pos !== 'PROPN' || !['appos', 'nmod', 'flat', 'compound'].includes(name.relation)) return false;
  const phrase = name.subtree();
  const { previous } = phrase;
  return (
    phrase.length > 1 &&
    phrase.tokens.every(({ pos }) => pos === 'PROPN') &&
    previous?.pos === 'NOUN' &&
    previous === name.head
  );
}

function phraseBefore(verb: Token): FoundSource | null {
  const { sentence } = verb;
  let end = verb.previous;
  while (end && end.index >= sentence.start && BETWEEN.has(end.pos)) end = end.previous;
  if (end?.text === ',') end = end.previous;
  if (!end || end.index < sentence.start || !HEADS.has(end.pos) || end.quoted) return null;
  let top = end;
  for (let { head } = top; head?.isBefore(verb) && head.pos !== 'VERB' && !isStrayName(top); head = top.head)
    top = head;
  if (top.children('case').length > 0) return null;
  const phrase = barePhrase(top, () => false);
  return phrase.end <= verb.index ? { span: closeAside(phrase), rule: 'phrase before' } : null;
}
