import { TokenSpan, type Token } from '../../annotated.ts';
import type { QuotedSpan } from '../../4-quoted/quoted-span.ts';
import { isDash } from '../punctuation.ts';
import { LONGEST_NAME } from './colon-names.ts';
import type { FoundInGap, GapRule } from './gap-rule.ts';
import { saidBy } from './token-rule.ts';

/** `"…" — Prime Minister Ishiba`: a dash and a name up to the end of the line. */
function inTail(quoted: QuotedSpan): FoundInGap | undefined {
  return quoted.start > 0 && !quoted.before ? undefined : signature(quoted.next);
}

/** The same in the next line. */
function below({ paragraph, start, end }: QuotedSpan): FoundInGap | undefined {
  return start === 0 && end >= paragraph.tokens.length - 1 ? signature(paragraph.next?.tokens[0]) : undefined;
}

/** A dash with a name, a role or both after it, and nothing else up to the end of the paragraph. */
function signature(dash: Token | undefined): FoundInGap | undefined {
  if (!dash || !isDash(dash)) return undefined;
  const rest = dash.paragraph.span.from(dash.index + 1);
  const source = rest.trimmed();
  if (rest.isEmpty || source.length > LONGEST_NAME || !/^\p{Lu}/u.test(source.first.text)) return undefined;
  // "- an exile himself -": a note between dashes.
  if (rest.from(source.end).tokens.some(isDash) || source.tokens.some(({ pos }) => pos === 'VERB')) return undefined;
  return { cue: TokenSpan.of(dash), cueKind: 'assertion', source: saidBy(source, 'signature') };
}

export const SIGNATURE_RULES: readonly GapRule<QuotedSpan>[] = [
  {
    id: 'signature/line',
    example: '<content>“We will rebuild the pier.”</content> <cue>—</cue> <source>Mayor Hanna Lindqvist</source>',
    confidence: 0.9,
    find: inTail,
  },
  {
    id: 'signature/next-line',
    example: '<content>“We will rebuild the pier.”</content>\n<cue>—</cue> <source>Mayor Hanna Lindqvist</source>',
    confidence: 0.9,
    find: below,
  },
];
