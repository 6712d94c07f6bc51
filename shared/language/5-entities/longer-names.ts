import type { Sentence, TaggedName, Token } from '../document.ts';
import { SentenceSpan } from '../sentence-span.ts';
import { MAKERS, MODEL_LETTERS, MODEL_NUMBER, MODEL_TAIL, MODELS, TREATY_NOUN } from './lexicon/products.ts';
import { placeNamed } from './lexicon/places.ts';

/**
 * A maker's or a town's name that only begins a longer one is no name by itself: "Boeing 747" is a product, "the Kyoto
 * Protocol" a work. Names in between are taken in.
 */
export function withLongerNames(sentence: Sentence): Sentence {
  const { tokens, names } = sentence;
  const longer = names.flatMap((name) => longerName(tokens, name) ?? []);
  if (longer.length === 0) return sentence;
  const kept = names.filter((name) => !longer.some(({ first, end }) => first < name.end && name.first < end));
  return { ...sentence, names: [...kept, ...withoutOverlap(longer)].sort((a, b) => a.first - b.first) };
}

/** Of two that overlap the first. */
const withoutOverlap = (names: readonly TaggedName[]): TaggedName[] =>
  names.filter(({ first }, index) => !names.slice(0, index).some(({ end }) => first < end));

function longerName(tokens: readonly Token[], name: TaggedName): TaggedName | undefined {
  const span = new SentenceSpan(tokens, name);
  const model = endOfModel(span);
  if (model !== undefined && (span.length === 1 || name.type === 'PRODUCT'))
    return { type: 'PRODUCT', first: name.first, end: model };
  const treaty = /^(?:PERSON|ORGANIZATION|LOCATION|EVENT)$/.test(name.type) ? endOfTreaty(span) : undefined;
  return treaty === undefined ? undefined : { type: 'WORK', first: name.first, end: treaty };
}

/** Behind "747" of "Boeing 747", "300" of "Lexus IS 300", "Escort" of "Ford Escort". */
function endOfModel({ sentence, end, length, first }: SentenceSpan): number | undefined {
  const textAt = (index: number) => sentence[index]?.text ?? '';
  if (length === 1 && MODELS.get(first.text)?.test(textAt(end))) return end + 1;
  if (!MAKERS.has(first.text.toLowerCase())) return undefined;
  const number = MODEL_LETTERS.test(textAt(end)) ? end + 1 : end;
  if (!MODEL_NUMBER.test(textAt(number))) return undefined;
  return MODEL_TAIL.test(textAt(number + 1)) ? number + 2 : number + 1;
}

/** Most words of a treaty's name between the tagged part and its noun. */
const LONGEST_TREATY = 6;

/** Behind "Protocol" of "Kyoto Protocol"; a country before a law of several words only has it: "U.S. Clean Air Act". */
function endOfTreaty({ sentence, end, length, written, last, before }: SentenceSpan): number | undefined {
  // "Peace in Sudan Act"
  if (/^(?:in|for|of)$/.test(before?.text ?? '')) return undefined;
  if (length > 1 && TREATY_NOUN.test(last.text)) return end;
  if (length > 1 && last.text === 'Convention') return endOfSubject(sentence, end);
  if (length > 2 && sentence[end - 2]?.text === 'Convention') return endOfSubject(sentence, end - 1);
  const behind = sentence.slice(end, end + LONGEST_TREATY);
  const noun = behind.findIndex(({ text }) => TREATY_NOUN.test(text));
  if (noun < 0 || (noun > 0 && placeNamed(written))) return undefined;
  const isName = behind.slice(0, noun + 1).every(({ text, pos }) => /^\p{Lu}/u.test(text) && pos !== 'VERB');
  // "North Atlantic" "Treaty Organization"
  const goesOn = /^\p{Lu}/u.test(behind[noun + 1]?.text ?? '');
  return isName && !goesOn && !isShouted(sentence) ? end + noun + 1 : undefined;
}

/** Behind "Human Rights" of "European Convention on Human Rights". */
function endOfSubject(sentence: readonly Token[], end: number): number | undefined {
  if (!/^(?:on|against|for)$/.test(sentence[end]?.text ?? '')) return undefined;
  const isCapital = (index: number) => /^\p{Lu}/u.test(sentence[index]?.text ?? '');
  let last = end;
  while (
    isCapital(last + 1) ||
    (/^(?:and|of|the)$/.test(sentence[last + 1]?.text ?? '') && (isCapital(last + 2) || isCapital(last + 3)))
  )
    last++;
  return last > end && isCapital(last) ? last + 1 : undefined;
}

/** A heading, where every word begins with a capital. */
function isShouted(sentence: readonly Token[]): boolean {
  const words = sentence.filter(({ text }) => /^\p{L}{4,}/u.test(text));
  return words.every(({ text }) => /^\p{Lu}/u.test(text));
}
