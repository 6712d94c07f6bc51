import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { MAX_MARKUP_ELEMENTS } from '../limits.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { plainBlocks } from '../markup/plain-blocks.ts';
import { descendants, type Element, rawTextOf } from '../markup/tree.ts';
import type { Block } from '../reading.ts';

export interface Story {
  readonly blocks: readonly Block[];
  /** As the page shows it. */
  readonly byline?: string | undefined;
}

/**
 * The story of a page: what readability finds, with what it lost or missed of the text that the page itself marks as the
 * story's; the text in JSON-LD where a script would bring it.
 */
export function storyOf(html: string, page: Element, articleBody: string | undefined): Story {
  const { blocks: found, byline } = readably(html);
  const shown = withMarked(found ?? blocksOf(page), markedBlocks(page));
  const described = articleBody === undefined ? [] : plainBlocks(withoutTags(articleBody));
  return { blocks: lengthOf(shown) * 2 >= lengthOf(described) ? shown : described, byline };
}

export const withoutTags = (text: string): string =>
  /<\w/.test(text)
    ? blocksOf(parseHtml(text))
        .map((block) => block.text)
        .join('\n\n')
    : text;

function readably(html: string): Partial<Story> {
  // The project is compiled without the types of a browser, which both packages speak of.
  const { document } = parseHTML(html) as { readonly document: never };
  const found = unlessBroken(() =>
    new Readability(document, {
      maxElemsToParse: MAX_MARKUP_ELEMENTS,
      // Captions, dates and embedded posts are known by them.
      keepClasses: true,
      disableJSONLD: true,
    }).parse(),
  );
  return { ...(found?.content && { blocks: blocksOf(parseHtml(found.content)) }), byline: found?.byline ?? undefined };
}

/** Readability counts on the trees that browsers make; over others (no body, an html within an html) it trips. */
function unlessBroken<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** hNews (`entry-content`) and the names that sites use for the same. */
const MARKED_CLASS =
  /(?:^|\s)(?:entry-content|article-?body|article__body|article-?text|articletext|article-content|story-?body|story-text|post-content|body-content)(?:$|\s)/i;

/** What schema.org's `articleBody`, else a usual class, marks as the text: the longest such element. */
function markedBlocks(page: Element): Block[] {
  const isMarked = (element: Element, attribute: 'itemprop' | 'class') =>
    attribute === 'class'
      ? MARKED_CLASS.test(element.attributes['class'] ?? '')
      : /(?:^|\s)articleBody(?:$|\s)/.test(element.attributes['itemprop'] ?? '');
  const elements = [...descendants(page, 'div', 'section', 'article', 'span', 'main')];
  for (const attribute of ['itemprop', 'class'] as const) {
    const marked = elements.filter((element) => isMarked(element, attribute));
    if (marked.length === 0) continue;
    const lengths = marked.map((element) => rawTextOf(element).length);
    return blocksOf(marked[lengths.indexOf(Math.max(...lengths))]!);
  }
  return [];
}

/** A paragraph that is missed is a sentence and more: lines between paragraphs were left out for a reason. */
const LEAST_PARAGRAPH = 40;

/** Of the text that a page marks, so much is found, or the search went astray. */
const LEAST_FOUND = 0.5;

function withMarked(found: readonly Block[], marked: readonly Block[]): readonly Block[] {
  const paragraphs = marked.filter(({ text, role }) => role === undefined && isParagraph(text));
  const known = new Set(found.map(({ text }) => text));
  const missed = paragraphs.filter(({ text }) => !known.has(text));
  if (missed.length === 0) return found;
  const bare = found.map((block) => missed.find(({ text }) => isGlued(block.text, text)) ?? block);
  const lost = missed.filter(({ text }) => !bare.some((block) => block.text.includes(text)));
  return lengthOf(lost) > lengthOf(paragraphs) * (1 - LEAST_FOUND) ? marked : insert(bare, marked, new Set(lost));
}

/** Something short hangs on to the paragraph: the caption of a picture within it. */
const isGlued = (text: string, paragraph: string): boolean =>
  text.includes(paragraph) && text.length - paragraph.length <= LONGEST_GLUED;

const LONGEST_GLUED = 150;

/** Each behind the block that it stands behind on the page. */
function insert(found: readonly Block[], marked: readonly Block[], lost: ReadonlySet<Block>): Block[] {
  const blocks = [...found];
  let after = -1;
  for (const block of marked) {
    const at = blocks.findIndex(({ text }, index) => index > after && text === block.text);
    if (at >= 0) after = at;
    else if (lost.has(block)) blocks.splice(++after, 0, block);
  }
  return blocks;
}

const isParagraph = (text: string): boolean => text.length >= LEAST_PARAGRAPH && /[.!?:]["”’)]?$/.test(text);

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
