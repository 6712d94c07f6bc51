import type { Entity } from '../analysis.ts';
import type { Token } from '../annotated.ts';
import type { EntityIndex } from '../5-entities/entity-index.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isRelative } from './relative-pronouns.ts';

/**
 * `Roe has blasted the count, which he said is late`, `Roe’s critique of an order that he said is old`: in a relative clause "he" is
 * the subject of the clause around it, or the owner of what the clause tells of, or of its subject.
 */
export function outerPerson(pronoun: Token, index: EntityIndex): Entity | undefined {
  const noun = relativeAbove(pronoun)?.head;
  for (let at = noun; at; at = at.head) {
    const owner = ownerOf(at);
    const subject = at.children('nsubj')[0];
    const person = [owner, subject?.pos === 'NOUN' ? ownerOf(subject) : subject].find(
      (token) => token !== undefined && token !== noun,
    );
    if (person?.isBefore(pronoun)) return person.pos === 'PROPN' ? personAt(person, index) : undefined;
    if (subject?.isBefore(pronoun) && subject !== noun) return undefined;
  }
  return undefined;
}

/** `Norland declared what it called a “state of war”`: in a relative clause "it" is the subject of the clause around it. */
export function outerBody(pronoun: Token, index: EntityIndex): Entity | undefined {
  const verb = pronoun.lower === 'it' ? relativeAbove(pronoun)?.head?.head : undefined;
  const subject = verb?.children('nsubj').find((token) => token.isBefore(pronoun) && token.pos === 'PROPN');
  const entity = subject && index.entityOf(nounPhrase(subject, isRelative));
  return entity && entity.type !== 'PERSON' ? entity : undefined;
}

const ownerOf = (noun: Token): Token | undefined => noun.children('nmod').find(({ subtype }) => subtype === 'poss');

/** The verb of the relative clause that a token stands in. */
function relativeAbove(token: Token): Token | undefined {
  for (let at = token.head; at; at = at.head) if (at.subtype === 'relcl') return at;
  return undefined;
}

function personAt(name: Token, index: EntityIndex): Entity | undefined {
  const entity = index.entityOf(nounPhrase(name, isRelative));
  return entity?.type === 'PERSON' ? entity : undefined;
}
