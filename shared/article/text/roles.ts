import type { OtherRole } from '../article.ts';

/** A line that names or leads to something else is short; a paragraph of the story that begins alike is longer. */
const LONGEST_LINE = 200;

/** Wire headers, notes to editors and release lines stand above the story. */
const HEADER_PARAGRAPHS = 6;

const ADVERTISEMENT =
  /^\W*(?:advertisements?|advertising|paid content|sponsored(?: content| by .{1,60})?|(?:the )?(?:story|article) continues (?:below|after|beneath)(?: (?:this |the )?(?:ad|ads|advertisements?|video|gallery|photo|slideshow|newsletter.{0,40}))?|continue reading(?: below| the main story)?|scroll (?:down )?to continue.{0,40}|ad feedback|skip advertisement|loading(?: (?:photo|image|video|comment)s?(?: gallery)?)?|press (?:spacebar|space) to .{0,80})\W*$/i;

const LINK =
  /^\W*(?:related(?: (?:stories|story|articles?|links?|content|coverage|topics?))?|read (?:more|next|also|the full .{1,30})|also read|see also|more(?: (?:on|from|about|stories).{0,80})?|more on this(?: story)?|watch(?: live| now| more)?|listen(?: now)?|must[- ]reads?|recommended(?: reading| for you)?|don['’]t miss|you (?:may|might) also (?:like|be interested in)|trending(?: now)?|in pictures|in photos|photos|live (?:updates|blog)|explained|explainer|full coverage|most (?:read|popular)|what to read next)\s*(?:[:|»>]|[-–—] )/i;
/** Titles of other articles stand below it. */
const LINK_HEADING =
  /^\W*(?:related(?: (?:stories|story|articles?|links?|content|coverage|topics?))?|read (?:more|next)|see also|also read|most (?:read|popular)|you (?:may|might) also like|trending now|more on this story|what to read next|recommended(?: for you)?|more (?:from|on|about) [^.!?]{2,60}:)\W*$/i;
const INVITATION =
  /^\W*(?:(?:click|tap) here\b|sign up (?:for|to|here)\b|subscribe (?:to|now|here)\b|download (?:our|the) .{0,40}\bapp\b|follow (?:us|@|.{1,60} on (?:twitter|x|facebook|instagram)\b)|like us on\b|join (?:our|the) (?:newsletter|conversation|whatsapp)|(?:to read more|for more (?:news|stories))\b|get (?:our|the) .{0,60}newsletter)/i;
const COMMENTS =
  /^\W*(?:to (?:post|leave|add|make|write) a comment\b|(?:log|sign) in to (?:post|leave|add|make|write)? ?(?:a )?comments?\b|(?:all |your |reader )?comments? (?:are|is) (?:subject|moderated|closed|welcome)\b)/i;
const ADDRESS_ALONE = /^<?(?:https?:\/\/|www\.)\S+>?$/i;

const CAPTION =
  /^\(?(?:photos?|images?|pictures?|caption|file(?: (?:photo|image|picture))?|pictured(?: above| here)?|graphic|video|in this (?:image|photo|picture).{0,80})\s*(?::|[-–—|] )|^in this [^.]{0,80}\bphoto\b/i;
const CAPTION_CREDIT =
  /\((?:(?:AP|file|handout|courtesy|pool) )?(?:photo|photograph|image|picture|video)s?\b[^()]{0,100}\)\s*$|\((?:AP|AFP|Reuters|Getty Images|EPA|Bloomberg)(?: Photo)?\/[^()]{1,80}\)\s*$|\b(?:REUTERS|AFP|EPA|Getty Images|AP Photo)\s?\/\s?\p{Lu}[\p{L} .'’/-]{2,60}$/u;

const CREDIT =
  /^[\p{P}\s]*(?:(?:photo|image|picture|video|graphic|illustration|photograph)s?(?: credits?| courtesy(?: of)?)?\s*:|(?:photo|image|picture) (?:credit|courtesy)|credits?:|courtesy(?: of|:)|(?:REUTERS|AFP|EPA|Getty Images|AP Photo)\s?\/)/iu;
/** Whose work it is begins with a capital: "Reporting by the board showed …" is the story. */
const CREDIT_BY =
  /^[\p{P}\s]*(?:(?:photo|image|picture|video|graphic|illustration|photograph)s?|(?:additional )?(?:reporting|writing|editing)|compiled|edited) by:?\s(\S+)/iu;
const CONTRIBUTED = /^[^.]{1,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,60}\.?$/;

const NOTE =
  /^[([*\s]*(?:editor['’]?s?['’]? note|eds?[.:]|note to (?:editors|readers)|corrections?(?: \(.{1,40}\))?\s*[:—–-]|clarification\s*[:—–-]|correction (?:appended|notice)|this (?:story|article|version|report|item) (?:corrects|has been (?:corrected|updated|revised|amended|changed)|was (?:corrected|updated|amended|first published|originally published))|an earlier version of this (?:story|article|report)|updates? with|(?:corrects|adds|recasts|updates|removes|refiles)\b.{0,80}\b(?:para(?:graph)?s?|headline|lede?|lead|byline|dateline|spelling|quotes?|details)\b)/i;
/** Of notes, those that correct. */
const CORRECTION =
  /\bcorrect(?:s|ed|ion|ions)?\b|\bclarif(?:y|ies|ied|ication)\b|\bearlier version\b|\bmisstated\b|\bmisspelled\b|\brefiles\b/i;

const HEADER =
  /^(?:ZCZC\b.*|[a-z]{1,2}\d{4,5}\b.{0,60}|\^|(?:BC|AM|PM|AP)-[\w-]{2,}(?:,.{0,80})?|URGENT|BULLETIN|FLASH|ALERT|\d(?:st|nd|rd|th) (?:ld|lead)\b.{0,60}|.{0,60}-?Writethru.{0,40}|FOR IMMEDIATE RELEASE.{0,60}|(?:PRESS|NEWS|MEDIA) RELEASE|(?:EMBARGOED|HOLD) (?:UNTIL|FOR)\b.{0,80}|(?:slug|keywords?|with (?:photo|graphic)s?|word count|length|desk|priority|category|optional trims?)\s*:.{0,100}|\d{2,5} words\.?)$/iu;
const WIRE_NUMBER = /^[A-Z]{2,4}-?\d{3,5}(?: [A-Z0-9-]{1,12}){1,6}$/;
const TRAILER = /^[\W_]*(?:(?:30|ends?|more|nnnn|eom)[\W_]*)?$/i;

const COPYRIGHT =
  /^(?:©|\(c\)|copyright,? (?:©|\(c\)|(?:by )?(?:19|20)\d\d\b)|copyright .{2,60}\b(?:(?:19|20)\d\d|all rights reserved)[.,]?(?: all rights reserved\.?.{0,200})?$|all rights reserved|this material may not be (?:published|reproduced)|the contents? of this (?:site|article))/i;
const SOURCE = /^(?:SOURCE:? ?\p{Lu}|Sources?: )/u;
const FORWARD_LOOKING =
  /forward[- ]looking statements?\b.{0,400}(?:within the meaning|private securities litigation|safe harbou?r|risks and uncertainties|are not guarantees|differ materially|undertakes? no obligation)/is;
const BOILERPLATE_HEADING =
  /^(?:(?:cautionary (?:statement|note)|forward[- ]looking statements?|safe harbou?r)\b.{0,90}|notes? to editors:?|disclaimer:?|disclosures?:?|non-gaap (?:financial )?measures.{0,60})$/iu;
/** "About Acme Corp.": a line that begins so with a small letter, or ends in a stop, is a sentence. */
const ABOUT = /^(?:About|ABOUT) \p{Lu}[\p{L}\p{N} .,&'’®™()-]{0,70}?(?:(?<![.])|\b(?:Inc|Co|Corp|Ltd)\.):?$/u;
const CONTACT_HEADING =
  /^(?:(?:media|press|investor|news|editorial|company|pr|public) (?:contacts?|relations|inquir(?:y|ies)|enquir(?:y|ies)|office)(?: contacts?)?\b.{0,60}|contacts?:?|for (?:more|further|additional) information\b.{0,160}|for (?:media|press) (?:inquiries|enquiries)\b.{0,120})$/iu;
const CONTACT_LINE =
  /\w@[\w-]+\.\w{2,}|(?:\+?(?<!\d)(?!(?:1[5-9]|20)\d\d ?[-–] ?(?:1[5-9]|20)\d\d(?!\d))\d[\d ().-]{7,}\d)|^(?:tel|phone|fax|e-?mail|web|twitter|mobile)\s*[:.]/i;
/** Lines of an address: a person, an office, a number. */
const LONGEST_CONTACT = 120;

const POST_AUTHOR =
  /^\W{0,3}.{0,60}\(@\w{2,30}\)(?:,? (?:\p{Lu}\p{Ll}+ \d{1,2}, \d{4}|\d{1,2} \p{Lu}\p{Ll}+ \d{4}))?$/u;
const POST = /\bpic\.(?:twitter|x)\.com\/\w|https?:\/\/t\.co\/\w/;

/** `The club wrote on X: "We are gutted https://t.co/abc1"`: a post that the story quotes. */
const QUOTED_POST = /^[^"“]{3,200}[:,] ["“]/u;

/** Whole sections that end a release. */
type Section = 'boilerplate' | 'contact' | 'link';

/** The role of each paragraph, undefined for the story's own. Those told by the format stand. */
export function assignRoles(
  texts: readonly string[],
  given: readonly (OtherRole | undefined)[] = [],
): (OtherRole | undefined)[] {
  const roles = texts.map((text, index) => given[index] ?? paragraphRoleOf(text, index));
  let section: Section | undefined;
  for (const [index, text] of texts.entries()) {
    if (POST_AUTHOR.test(text)) {
      roles[index] = 'embed';
      // The post itself stands above the line that names who wrote it.
      if (index > 1 && roles[index - 1] === undefined) roles[index - 1] = 'embed';
    }
    const heading = index > 1 ? sectionOf(text) : undefined;
    section = heading ?? (section && staysIn(section, text) ? section : undefined);
    if (section) roles[index] ??= section;
  }
  return roles;
}

function sectionOf(text: string): Section | undefined {
  if (ABOUT.test(text) || BOILERPLATE_HEADING.test(text)) return 'boilerplate';
  if (CONTACT_HEADING.test(text)) return 'contact';
  if (LINK_HEADING.test(text)) return 'link';
  return undefined;
}

/** Boilerplate goes on to the end, contacts and links as long as the lines look so. */
const staysIn = (section: Section, text: string): boolean =>
  section === 'boilerplate' ||
  (text.length <= LONGEST_CONTACT && !(section === 'link' ? /\.["”]?$/ : /[.!?]["”]?$/).test(text));

function paragraphRoleOf(text: string, index: number): OtherRole | undefined {
  if (ADVERTISEMENT.test(text)) return 'advertisement';
  if (TRAILER.test(text)) return 'header';
  if (text.length <= LONGEST_LINE) {
    // "Explainer: why the roof leaks" above a story is its headline.
    if (index > 0 && (LINK.test(text) || LINK_HEADING.test(text))) return 'link';
    if (INVITATION.test(text) || ADDRESS_ALONE.test(text)) return 'link';
    if (index < HEADER_PARAGRAPHS && (HEADER.test(text) || WIRE_NUMBER.test(text))) return 'header';
    if (CREDIT.test(text) || isCreditBy(text) || CONTRIBUTED.test(text)) return 'credit';
    if (COPYRIGHT.test(text)) return 'boilerplate';
    if (text.length <= LONGEST_CONTACT && index > 1 && CONTACT_LINE.test(text) && !/[.!?]["”]?$/.test(text))
      return 'contact';
  }
  if (NOTE.test(text)) return 'note';
  if (CAPTION.test(text) || CAPTION_CREDIT.test(text)) return 'caption';
  if (POST.test(text) && !QUOTED_POST.test(text)) return 'embed';
  if (COMMENTS.test(text)) return 'link';
  if (COPYRIGHT.test(text) || SOURCE.test(text) || FORWARD_LOOKING.test(text)) return 'boilerplate';
  return undefined;
}

const isCreditBy = (text: string): boolean => /^\p{Lu}/u.test(CREDIT_BY.exec(text)?.[1] ?? '');

/** What a correction says about itself: the notes among the paragraphs that correct. */
export function correctionIn(
  paragraphs: readonly { readonly text: string; readonly role?: OtherRole }[],
): string | undefined {
  const notes = paragraphs.filter(({ text, role }) => role === 'note' && CORRECTION.test(text));
  return notes.length === 0 ? undefined : notes.map(({ text }) => text).join('\n');
}

const KILL =
  /^\W*(?:(?:mandatory|bulletin|advisory|urgent)[ -]+kill\b|kill (?:mandatory|notice)\b|.{0,60}\b(?:a )?kill is mandatory\b|(?:eds|editors)[:,]? (?:please )?kill\b)/i;

/** "MANDATORY KILL": a wire that takes a story back. */
export const isKill = (texts: readonly string[]): boolean =>
  texts.slice(0, HEADER_PARAGRAPHS).some((text) => KILL.test(text));
