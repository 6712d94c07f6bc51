import type { OtherRole } from '../article.ts';
import { oneLine } from '../one-line.ts';
import type { Block } from '../reading.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { isFurniture } from './furniture.ts';
import { type Element, rawTextOf } from './tree.ts';

/** Elements that begin a line of their own, of HTML, NITF and XHTML. Others stand within a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hgroup ' +
    'hr li main nav ol p section summary table tbody tfoot thead tr ul ' +
    'abstract block body.content body.end body.head bq byline credit dateline distributor fn hedline hl1 hl2 nitf-table note tagline'
  ).split(' '),
);

/** What a reader of the story does not read as its text. */
const SKIPPED = new Set(
  (
    'head script style noscript template svg math iframe object embed canvas video audio picture img map button select input ' +
    'textarea form nav menu dialog figure figcaption ' +
    'media media-caption media-producer media-metadata media-reference body.head docdata'
  ).split(' '),
);

/** Posts of social networks that a page embeds. */
const EMBEDDED = /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|reddit-embed|bluesky-embed)\b/;

/** The lines that a page shows, in order, each in one piece: inline elements joined, entities decoded. */
export function blocksOf(element: Element): Block[] {
  const collector = new Collector();
  collector.walk(element, {});
  collector.end();
  return collector.blocks;
}

/** A line that is a link as a whole leads to another article, below the first paragraph of the story; its name may be there. */
const LONGEST_LINK = 200;
const LEAST_STORY = 100;

type Manner = Pick<Block, 'role' | 'heading'>;

class Collector {
  readonly blocks: Block[] = [];
  #line = '';
  #manner: Manner = {};
  #breaks = 0;
  /** Depth of links, and whether something of the line stands outside of one. */
  #links = 0;
  #isLinked = true;
  #hasStory = false;

  walk(element: Element, manner: Manner): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#write(child, manner);
      else this.#enter(child, manner);
    }
  }

  #enter(element: Element, manner: Manner): void {
    const { name } = element;
    if (SKIPPED.has(name) || isHidden(element) || isFurniture(element)) return;
    switch (name) {
      case 'br':
        this.#breaks += 1;
        if (this.#breaks > 1) this.end();
        else this.#line += '\n';
        return;
      case 'td':
      case 'th':
      case 'nitf-col':
        this.walk(element, manner);
        this.#line += ' ';
        return;
      case 'q':
        this.#write('“', manner);
        this.walk(element, manner);
        this.#write('”', manner);
        return;
      case 'a':
        this.#links += 1;
        this.walk(element, manner);
        this.#links -= 1;
        return;
      case 'pre':
        this.end();
        for (const { text } of splitParagraphs(rawTextOf(element))) this.blocks.push({ text, ...manner });
        return;
    }
    if (!BLOCKS.has(name)) {
      this.walk(element, manner);
      return;
    }
    this.end();
    this.walk(element, mannerOf(element, manner));
    this.end();
  }

  #write(text: string, manner: Manner): void {
    if (text.trim() !== '') {
      this.#breaks = 0;
      this.#manner = manner;
      if (this.#links === 0 && /[\p{L}\p{N}]/u.test(text)) this.#isLinked = false;
    }
    this.#line += text;
  }

  end(): void {
    const text = oneLine(this.#line);
    if (text !== '') {
      const leadsAway = this.#hasStory && this.#isLinked && text.length <= LONGEST_LINK && !/[.]["”’)]?$/.test(text);
      this.blocks.push({ text, ...(leadsAway && { role: 'link' }), ...this.#manner });
      this.#hasStory ||= text.length >= LEAST_STORY;
    }
    this.#line = '';
    this.#breaks = 0;
    this.#isLinked = true;
  }
}

function mannerOf(element: Element, outer: Manner): Manner {
  const { name } = element;
  const level = /^h([1-6])$/.exec(name)?.[1] ?? (name === 'hl2' ? '2' : undefined);
  const role = roleOf(element);
  return { ...outer, ...(level && { heading: Number(level) }), ...(role && { role }) };
}

/** "date", "post-date": a day, and no more than that in it. */
const DATE_CLASS = /(?:^|\s)(?:[\w-]*[_-])?(?:date|datetime|timestamp|pub-?date|posted-?on)(?:$|\s)/i;

/** "Updated at 10:05 a.m. EST on Tuesday, March 3, 2026" */
const LONGEST_DATE = 80;

function roleOf(element: Element): OtherRole | undefined {
  const { name, attributes } = element;
  const classes = attributes['class'] ?? '';
  if (EMBEDDED.test(classes)) return 'embed';
  if (name === 'tagline' || name === 'credit') return 'credit';
  return DATE_CLASS.test(classes) && rawTextOf(element).trim().length <= LONGEST_DATE ? 'label' : undefined;
}

const isHidden = ({ attributes }: Element): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
