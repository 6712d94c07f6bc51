import { isByline } from './bylines.ts';
import { findDateline } from './dateline.ts';
import type { Paragraph, TextSpan } from './article.ts';

/** Headlines of web editions run to some 130 characters. */
const LONGEST_HEADLINE = 160;

/** A title line above the story: short, without a stop, and what follows is longer or begins a story. */
export function findHeadline(paragraphs: readonly Paragraph[]): TextSpan | undefined {
  const [first, second] = paragraphs;
  if (!first || !second) return undefined;
  const text = first.text.trim();
  if (text.length > LONGEST_HEADLINE || /[\r\n]/.test(text) || isByline(text) || findDateline([first]))
    return undefined;
  if (!/\p{L}/u.test(text) || /^["“«\-*•\d]/.test(text) || /[.!,;:]["”’]?$|\.\.\.$|…$/.test(text)) return undefined;
  const storyBegins = isByline(second.text) || findDateline([second]) !== undefined;
  if (!storyBegins && (second.text.length <= text.length || text.endsWith('?'))) return undefined;
  const start = first.text.indexOf(text);
  return { paragraph: first.ordinal, start, end: start + text.length, text };
}
