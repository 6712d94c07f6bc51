import { TokenSpan } from '../annotated.ts';
import { issuerAmong } from './document-issuers.ts';
import { carriesWords, ownerOf } from './document-words.ts';
import { nounPhrase } from './noun-phrases.ts';
import { isRelative } from './relative-pronouns.ts';

/** `a statement from the company`, `the bank’s report`, `its statement`: the words for who issued a document, to be asked as a source. */
export function issuingPhrase({ head: document }: TokenSpan): TokenSpan | undefined {
  if (!document || !carriesWords(document)) return undefined;
  const owner = ownerOf(document);
  if (owner)
    return owner.pos === 'PRON' ? TokenSpan.of(owner) : nounPhrase(owner, ({ pos }) => pos === 'PART').trimmed();
  const [agent, other] = document.dependents.flatMap(issuerAmong);
  return agent && !other ? nounPhrase(agent, isRelative) : undefined;
}
