import type { Document, Tagger } from '../../../shared/language/document.ts';
import type { Quotation } from '../../../shared/language/analysis.ts';
import type { Span } from '../../../shared/article/article.ts';
import { split } from '../../../shared/language/analyse.ts';

type MarkedPart = 'content' | 'cue' | 'source';
/** What is marked for one attribution, the words verbatim. */
export type Attributed = Record<MarkedPart, string[]>;

const TAG = /<(\/?)(content|cue|source)(\d*)>/g;

/** The text without its tags, and what they mark: `<content>"We stay,"</content> <cue>said</cue> <source>Ada</source>.` */
export function unmark(marked: string): { text: string; attributions: Attributed[] } {
  const byNumber = new Map<string, Attributed>();
  const open: { role: MarkedPart; number: string; words: string }[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(TAG)) {
    const [tag, closing, role, number] = match as unknown as [string, string, MarkedPart, string];
    const words = marked.slice(last, match.index);
    last = match.index + tag.length;
    text += words;
    for (const part of open) part.words += words;
    if (closing === '') open.push({ role, number, words: '' });
    else {
      const at = open.findLastIndex((part) => part.role === role && part.number === number);
      const [part] = open.splice(at, 1);
      const attributed = byNumber.get(number) ?? { content: [], cue: [], source: [] };
      attributed[role].push(part!.words);
      byNumber.set(number, attributed);
    }
  }
  return { text: text + marked.slice(last), attributions: [...byNumber].sort().map(([, attributed]) => attributed) };
}

/** Tags a text as the product does; its lines are the paragraphs. */
export async function tagText(text: string, tag: Tagger): Promise<Document> {
  const paragraphs = text.split('\n').map((line, ordinal) => ({ ordinal, text: line }));
  return { paragraphs, sentences: await tag(paragraphs.flatMap(split)) };
}

const words = (spans: readonly (Span & { text: string })[]): string[] => spans.map(({ text }) => text);

export function attributed({ contents, cue, source }: Pick<Quotation, 'contents' | 'cue' | 'source'>): Attributed {
  return { content: words(contents), cue: cue ? [cue.text] : [], source: source ? [source.text] : [] };
}
