import type { Token } from '../annotated.ts';
import { isSaying } from './cues.ts';

/** `She had a voice in it, said a spokesman, Olle Roe, who ran for mayor`: who speaks where the tree finds a clause behind the verb, too. */
export function subjectBehind(verb: Token): Token | undefined {
  if (verb.previous?.text !== ',' || verb.quoted || !isSaying(verb)) return undefined;
  const clauses = verb.children('ccomp');
  const isSaidBefore = clauses.some((clause) => clause.isBefore(verb) && clause.children('nsubj').length > 0);
  const behind = isSaidBefore ? clauses.filter((clause) => clause.isAfter(verb)) : [];
  return behind.flatMap((clause) => clause.children('nsubj')).find((token) => token.subtree().start === verb.index + 1);
}

/** `Seven boats lost so far, says the harbour chief`: who speaks stands behind the verb, where the tree gives it both subjects. */
export function secondSubject(verb: Token): Token | undefined {
  if (verb.previous?.text !== ',' || verb.quoted || !isSaying(verb)) return undefined;
  const subjects = verb.children('nsubj');
  const isTaken = subjects.some((token) => token.isBefore(verb) && token.subtree().trimmed().next === verb.previous);
  return isTaken ? subjects.find((token) => !token.quoted && token.subtree().start === verb.index + 1) : undefined;
}

/** `The key to the plan, says Lund, is the pier`: who speaks stands behind the verb, where the tree takes the key for the speaker. */
export function speakerBehind(verb: Token): Token | undefined {
  if (verb.previous?.text !== ',' || verb.quoted || !isSaying(verb)) return undefined;
  const subject = verb.sentence.until(verb.previous).from(verb.sentence.start).trimmed();
  // "Lund, the mayor, said Firth, his aide, was late": a comma in the subject sets an apposition apart.
  const isWhole = !subject.isEmpty && subject.tokens.every(({ text, quoted }) => text !== ',' && !quoted);
  const [clause] = verb.children('ccomp');
  const isTaken = [verb, clause].some((head) => head?.children('nsubj').some((token) => subject.has(token)));
  const speaker = clause?.children('nsubj').find((token) => token.subtree().start === verb.index + 1);
  if (!isWhole || !isTaken || !clause || !speaker) return undefined;
  const phrase = speaker.subtree().trimmed();
  const goesOn = phrase.next?.text === ',' && clause.index > phrase.end;
  return goesOn ? speaker : undefined;
}
