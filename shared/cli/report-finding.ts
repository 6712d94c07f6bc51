import type { createColors } from 'picocolors';
import type { DifferingWords } from '../check/difference.ts';
import type { EntityId } from '../language/analysis.ts';
import type { Finding, Verdict } from '../table/check-quotation.ts';
import { count, printable } from './output.ts';
import { whoSpeaks } from './who-speaks.ts';

type Colors = ReturnType<typeof createColors>;

const HEADINGS: Readonly<Record<Verdict, string>> = {
  exact: 'EXACT: said so, word for word',
  reported: "REPORTED: the words are the article's; it does not put them in quotation marks",
  denied: 'DENIED: the article says that this was not said, or only supposes it',
  'said by another': 'SAID BY SOMEBODY ELSE, word for word',
  unattributed: 'NOT ATTRIBUTED: the words stand in an article, and it is not clear who says them',
  altered: 'ALTERED: the words are not exactly these',
  'not found': 'NOT FOUND',
};

/** What a check has found, for a person to read. */
export function reportFinding(
  finding: Finding | undefined,
  { ids, articles }: { readonly ids: readonly EntityId[]; readonly articles: number },
  colors: Colors,
): string {
  const searched = colors.dim(`${count(articles, 'article')} read${ids.length > 0 ? ` for ${ids.join(', ')}` : ''}`);
  if (finding === undefined) return [colors.red(HEADINGS['not found']), searched].join('\n');
  const { verdict, key, paragraph, publishedAt, speakers, source, text, part, difference, confidence } = finding;
  const who = whoSpeaks({ speakers, source });
  const known = speakers.length === 0 ? '' : ` (${speakers.map(({ id }) => id).join(', ')})`;
  return [
    (verdict === 'exact' ? colors.green : colors.yellow)(HEADINGS[verdict]),
    ...(difference === undefined ? [] : [`  ${difference.map((stretch) => marked(stretch, colors)).join(' ')}`]),
    `  ${part && difference === undefined ? 'in: ' : ''}${printable(text)}`,
    `  — ${printable(who)}${known}`,
    `  ${key}, paragraph ${paragraph}, ${publishedAt.slice(0, 10)}${confidence === undefined ? '' : `, right with ${Math.round(confidence * 100)} %`}`,
    searched,
  ].join('\n');
}

/** [-left out-] and {+added+}, as `git diff --word-diff` marks them: also without colours. */
function marked({ in: where, text }: DifferingWords, colors: Colors): string {
  const shown = printable(text);
  if (where === 'both') return shown;
  return where === 'said' ? colors.green(`[-${shown}-]`) : colors.red(`{+${shown}+}`);
}
