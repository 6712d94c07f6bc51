/**
 * The forms of a verb that English spelling gives: say, says, sayed, saying. Spellings of both sides of the ocean
 * ("labeled", "labelled"); irregular forms stand in irregular-verbs.ts.
 */
export function regularForms(lemma: string): string[] {
  const doubled = DOUBLES.test(lemma) ? lemma + lemma.slice(-1) : lemma;
  const softened = lemma.replace(/(?<=[^aeiou])y$/u, 'i');
  const mute = lemma.replace(/(?<!e)e$/u, '');
  return [
    lemma,
    `${lemma}s`,
    `${softened}es`,
    lemma.endsWith('e') ? `${lemma}d` : `${softened}ed`,
    `${doubled}ed`,
    `${mute}ing`,
    `${doubled}ing`,
  ];
}

/** A consonant after a single vowel: plan, planned. */
const DOUBLES = /(?:[^aeiou]|qu)[aeiou][^aeiouwxy]$/u;
