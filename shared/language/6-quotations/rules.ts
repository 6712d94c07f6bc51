import type { RuleHead } from './rule.ts';
import { ACCORDING_TO_RULES } from './rules/according-to.ts';
import { ADJECTIVE_RULES } from './rules/adjectives.ts';
import { CLAUSE_RULES, parataxis } from './rules/clauses.ts';
import { GESTURE, LAST_SPEAKER, SUBJECT_BEFORE } from './rules/floating.ts';
import { TURN_RULES } from './rules/interviews.ts';
import { LOST_CLAUSE_RULES } from './rules/lost-clauses.ts';
import { NEAREST_ANY, NEAREST_ASSERTION } from './rules/nearest-cues.ts';
import { PHRASE_RULES } from './rules/noun-phrases-of-verbs.ts';
import { NOUN_RULES } from './rules/nouns.ts';
import { LAST_SPEAKER_BEFORE } from './rules/quoted-words.ts';
import { SIGNATURE_RULES } from './rules/signatures.ts';
import { SPEECH_AFTER_RULES } from './rules/speech-after.ts';
import { SPEECH_BEFORE_RULES } from './rules/speech-before.ts';
import type { VerbRule } from './rules/verb-rule.ts';
import { PARAGRAPH_RULES } from './rules/whole-paragraphs.ts';

/** What is asked of a verb, in order. */
export const VERB_RULES: readonly VerbRule[] = [...CLAUSE_RULES, ...PHRASE_RULES, parataxis, ...LOST_CLAUSE_RULES];

/** What is asked of a noun or an adjective. */
export const ATTITUDE_RULES = [...NOUN_RULES, ...ADJECTIVE_RULES];

/** Every rule, in the order in which they are asked. */
export const RULES: readonly RuleHead[] = [
  ...PARAGRAPH_RULES,
  ...SIGNATURE_RULES,
  ...SPEECH_AFTER_RULES,
  ...SPEECH_BEFORE_RULES,
  LAST_SPEAKER_BEFORE,
  ...VERB_RULES,
  ...ACCORDING_TO_RULES,
  NEAREST_ASSERTION,
  LAST_SPEAKER,
  SUBJECT_BEFORE,
  GESTURE,
  ...ATTITUDE_RULES,
  NEAREST_ANY,
  ...Object.values(TURN_RULES),
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** Throws on an id that no rule has. */
export function ruleOf(id: string): RuleHead {
  const rule = byId.get(id);
  if (!rule) throw new Error(`There is no rule "${id}": choose one of ${[...byId.keys()].join(', ')}`);
  return rule;
}
