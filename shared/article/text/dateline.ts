/** "UNITED NATIONS, New York, September 30 (Agence France-Presse) —" has sixty. */
const LONGEST_DATELINE = 120;

const CAPITAL_WORDS = String.raw`(?:\p{Lu}[\p{Lu}\p{M}.'’-]*\p{Lu}|ST\.|ST)(?: \p{Lu}[\p{Lu}\p{M}.'’-]+){0,4}`;
/** Two or three places: "MEXICO CITY/PARIS", "KABUL and DOHA". */
const CAPITALS = String.raw`(?:${CAPITAL_WORDS})(?:(?: ?/ ?| and | & )(?:${CAPITAL_WORDS})){0,2}`;
const TITLED_WORDS = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:(?:of|the|and|de|la|al|el) ){0,2}\p{Lu}[\p{L}\p{M}.'’-]+){0,4}`;
const TITLED = String.raw`${TITLED_WORDS}(?: ?/ ?${TITLED_WORDS}){0,2}`;
const MORE = String.raw`(?:,? (?:${TITLED_WORDS}|\p{Lu}[\p{L}.]+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+)(?:, \d{4})?){0,3}`;
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?`;
const DATE = String.raw`(?:,? (?:${MONTH} \d{1,2}|\d{1,2} ${MONTH})(?:, \d{4}| \d{4})?)`;
const AGENCY = String.raw` ?(?:\(\p{Lu}[\p{L}.' /-]{1,40}\)|/\p{Lu}[\p{L} -]{1,40}/)`;
/** Set off by a hyphen alone, an agency is one by its name: "He (John) - said so" begins no story. */
const KNOWN_AGENCY = String.raw`\((?:dpa|apa|ats|epa|[A-Z]{2,6}|Reuters|Bloomberg|Xinhua|Kyodo|Interfax|Ukrinform|Anadolu|CNN[\p{L} ]{0,12})(?:[/-][\p{L} .]{2,20})?\)`;
const BEFORE_STORY = String.raw`(?=\s|\p{Lu}|["“‘'])`;
const DASH = '(?:—|–|--)';
const DATELINES = [
  String.raw`^\s*(?:${CAPITALS})${MORE}\s*${DASH}${BEFORE_STORY}`,
  String.raw`^\s*${CAPITALS}${MORE},?${AGENCY}\s*(?:${DASH}|[-_]|:)${BEFORE_STORY}`,
  String.raw`^\s*${CAPITALS}${MORE}${DATE}\s*(?:-|_)(?=\s)`,
  String.raw`^\s*${TITLED}${MORE},?${AGENCY}\s*${DASH}${BEFORE_STORY}`,
  String.raw`^\s*${TITLED}${MORE},? ?${KNOWN_AGENCY}\s*[-_:](?=\s)`,
  String.raw`^\s*${TITLED}${DATE}\s*(?:${DASH}|-)(?=\s)`,
  String.raw`^\s*${KNOWN_AGENCY}\s*(?:${DASH}|[-_])(?=\s)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** Every dateline ends with one of these; without any, none of the patterns need search. */
const MARK = /[—–_:-]/;

/** Words in capitals before a colon that are no place. */
const KICKERS =
  /^(?:WATCH|LISTEN|READ|READ MORE|SEE|SEE ALSO|RELATED|MORE|VIDEO|PHOTOS?|PICTURES?|LIVE|BREAKING|EXCLUSIVE|UPDATED?|ANALYSIS|OPINION|EDITORIAL|COMMENT|INTERVIEW|REVIEW|PREVIEW|FACTBOX|TIMELINE|EXPLAINER|NOTE|WARNING|CORRECTION|CLARIFICATION|QUESTION|ANSWER|ADVERTISEMENT|SOURCE|SUBJECT|FROM|TO|RE|PS|PM|MODERATOR|REPORTER|HOST|SPEAKER)$/;
/** Two words and more of which the last is a deed or a thing of the desk, as in no place: "LIBRARY OPENING", "BUDGET VOTE". */
const DEEDS =
  / (?:(?!LANSING|READING|WYOMING|KUCHING|DARJEELING|STATION|\S*[JQ]ING)\p{Lu}{2,}(?:ING|TION|SION|MENT)S?|NEWS|ALERT|REPORT|UPDATE|RESULTS?|REVIEW|PREVIEW|GUIDE|VOTE|TRIAL|CASE|CRISIS|STRIKE|TALKS|DEBATE|PROBE|FIRE|CRASH|DEAL|PLAN|COLUMN|LETTERS?)$|^DEAR /u;
const BEFORE_COLON = new RegExp(
  String.raw`^\s*(${CAPITALS}(?:, \p{Lu}[\p{L} .]{1,30})?)${DATE}?:(?= ["“‘']?\p{Lu})`,
  'u',
);

/** Where the dateline that a paragraph begins with ends (UTF-16), after its dash. */
export function endOfDateline(text: string): number | undefined {
  const beginning = text.slice(0, LONGEST_DATELINE);
  if (!MARK.test(beginning)) return undefined;
  for (const pattern of DATELINES) {
    const found = pattern.exec(beginning)?.[0];
    if (found) return found.length;
  }
  return undefined;
}

/** "NEW DELHI: ", as in South Asia and the Gulf: a place only where it is not said so of a speaker. */
export function endOfColonDateline(text: string, others: readonly string[]): number | undefined {
  const found = BEFORE_COLON.exec(text.slice(0, LONGEST_DATELINE));
  if (!found || KICKERS.test(found[1]!) || DEEDS.test(found[1]!) || others.some((other) => BEFORE_COLON.test(other)))
    return undefined;
  return found[0].length;
}
