import type { OtherRole } from '../article.ts';
import { oneLine } from '../one-line.ts';
import type { Block } from '../reading.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
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

type Manner = Pick<Block, 'role' | 'heading'>;

class Collector {
  readonly blocks: Block[] = [];
  #line = '';
  #manner: Manner = {};
  #breaks = 0;

  walk(element: Element, manner: Manner): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#write(child, manner);
      else this.#enter(child, manner);
    }
  }

  #enter(element: Element, manner: Manner): void {
    const { name } = element;
    if (SKIPPED.has(name) || isHidden(element)) return;
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
    }
    this.#line += text;
  }

  end(): void {
    const text = oneLine(this.#line);
    if (text !== '') this.blocks.push({ text, ...this.#manner });
    this.#line = '';
    this.#breaks = 0;
  }
}

function mannerOf({ name, attributes }: Element, outer: Manner): Manner {
  const level = /^h([1-6])$/.exec(name)?.[1] ?? (name === 'hl2' ? '2' : undefined);
  const role: OtherRole | undefined = EMBEDDED.test(attributes['class'] ?? '')
    ? 'embed'
    : name === 'tagline' || name === 'credit'
      ? 'credit'
      : undefined;
  return { ...outer, ...(level && { heading: Number(level) }), ...(role && { role }) };
}

const isHidden = ({ attributes }: Element): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
