import { wordSet } from '../../lexicon/closed-classes.ts';
import { cueOf, verbGroup } from '../cues.ts';
import { sourceOf } from '../sources.ts';
import type { FoundInGap, GapBefore, GapRule } from './gap-rule.ts';

/** Verbs that give a thing its name. */
const NAMING = wordSet('call describe dub label term brand nickname characterize characterise');
const NAMED = wordSet('it them him her this that');

/** `as Lund called it, "…"`: the words in marks are her name for it, and no more than these. */
function asCalled({ words, endsWith }: GapBefore): FoundInGap | undefined {
  const verb = endsWith === 'comma' ? words.find((token) => NAMING.has(cueOf(token)?.lemma ?? '')) : undefined;
  const source = verb && sourceOf(verb);
  const isAs = verb?.children('mark', 'advmod', 'case').some(({ lower }) => lower === 'as');
  const isOfThing = verb?.children('obj').some(({ lower }) => NAMED.has(lower));
  if (!source || !isAs || !isOfThing) return undefined;
  return { cue: verbGroup(verb), cueKind: 'assertion', frame: 'predicative', source };
}

export const CALLED_BEFORE: GapRule<GapBefore> = {
  id: 'before/as-called',
  example:
    'The toll - or, as <source>Firth</source> <cue>called</cue> it, <content>“the fish tax”</content> - is nine crowns.',
  confidence: 0.8,
  find: asCalled,
};
