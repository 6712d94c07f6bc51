import type { TokenSpan } from '../../annotated.ts';
import { wordSet } from '../../lexicon/closed-classes.ts';
import { isVerb } from '../cues.ts';

/** Most tokens of a name with its role: longer stretches are clauses. */
export const LONGEST_NAME = 14;

/** What letters come from: "the desk of". */
const OFFICES_OF_SENDERS = wordSet('desk office pen');

/** Labels that end with a colon and name nobody. */
const LABEL =
  /^(?:the latest|exclusive|breaking|watch|video|photos?|opinion|editorial|live|update|related|more|read more|listen|gallery|review|analysis|note|p\.?s|a|q|.* live)$/iu;

/** `Sullivan` of `Sullivan:` at the start of a line or sentence: a name, a role, a publication; not a label, not a clause. */
export function nameBeforeColon(words: TokenSpan): TokenSpan | null {
  const name = withoutSender(words.trimmed());
  const { tokens } = name;
  if (words.isEmpty || tokens.length > LONGEST_NAME) return null;
  const isClause = tokens.some(
    (token) => isVerb(token) && (!/^\p{Lu}/u.test(token.text) || token.children('nsubj').length > 0),
  );
  // "13:55 GMT: …" is the time of an entry.
  const isNamed = tokens.some(({ text }) => /^\p{Lu}/u.test(text)) && !/^\d/u.test(name.first.text);
  return isClause || !isNamed || LABEL.test(name.toText().text) ? null : name;
}

/** `And from Chairwoman Ann Roe:`, `From the desk of Paulo Reyes:`: who sends the words is named behind "from". */
function withoutSender(name: TokenSpan): TokenSpan {
  const from = name.tokens.findIndex(({ lower }) => lower === 'from');
  const isOpening = from >= 0 && name.tokens.slice(0, from).every(({ pos }) => pos === 'CCONJ' || pos === 'ADV');
  if (!isOpening || from + 1 >= name.length) return name;
  const sender = name.from(name.start + from + 1);
  const [the, place, of] = sender.tokens;
  const isDesk = the?.lower === 'the' && OFFICES_OF_SENDERS.has(place?.lower ?? '') && of?.lower === 'of';
  return isDesk && sender.length > 3 ? sender.from(sender.start + 3) : sender;
}
