import { type Element, rawTextOf } from './tree.ts';

/** Words of class names and ids: "wp-caption-text", "captionText", "article_body_speed_help". */
const CAPTION =
  /(?:^|[\s_-])(?:wp-?|photo-?|image-?|rollover-?|media-?|video-?)?caption|cutline|(?:photo|image|img|picture|media|video)[_-]?(?:credit|source|byline)/i;
const OTHER = new RegExp(
  String.raw`(?:^|[\s_-])(?:share|sharing|social|social-?media|newsletter|sign-?up|subscribe|subscription|comments?|commenting|related|recirc|` +
    String.raw`recommended|recommendations|promo|promos|most-?(?:read|popular|viewed)|trending|breadcrumbs?|pagination|page-?views|views|toolbar|` +
    String.raw`tags?|tag-?list|keywords|taboola|outbrain|advert|advertisement|ads?|sponsored|speed-?help|preload-?\w*|sr-only|` +
    String.raw`visually-?hidden|screen-?reader(?:-text)?|print-?only|noprint|no-?print)(?=$|[\s_-])`,
  'i',
);

/** What stands beside a story is short, or a list of links: a page may name the whole of its text "story-with-comments". */
const LONGEST = 800;
const LEAST_LINKED = 0.6;

/** Captions, buttons to share, newsletters, comments, related links: told by the names that the page gives them. */
export function isFurniture(element: Element): boolean {
  const names = `${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''}`;
  if (names === ' ') return false;
  const isCaption = CAPTION.test(names);
  // A paragraph of a story may bear any class; that of a caption says what it is.
  if (!isCaption && (element.name === 'p' || !OTHER.test(names))) return false;
  const { length } = rawTextOf(element).trim();
  return length <= LONGEST || linkedLength(element) > length * LEAST_LINKED;
}

const linkedLength = (element: Element): number =>
  element.children.reduce((sum, child) => {
    if (typeof child === 'string') return sum;
    return sum + (child.name === 'a' ? rawTextOf(child).trim().length : linkedLength(child));
  }, 0);
