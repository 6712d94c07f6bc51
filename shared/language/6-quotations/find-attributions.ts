import type { AnnotatedDocument, Token } from '../annotated.ts';
import { AttributionBoard, ParagraphBoard } from './attribution-board.ts';
import { isSaying } from './cues.ts';
import { attributeVerb } from './reported-by-verb.ts';
import type { Attribution, IsOn } from './rule.ts';
import { ATTITUDE_RULES, VERB_RULES } from './rules.ts';
import { ACCORDING_TO_RULES } from './rules/according-to.ts';
import { continueInParagraph } from './rules/floating.ts';
import { attributeTurn } from './rules/interviews.ts';
import { attributeToNearest, NEAREST_ANY, NEAREST_ASSERTION, type NearestCueRule } from './rules/nearest-cues.ts';
import { attributeQuotedWords } from './rules/quoted-words.ts';
import type { TokenRule } from './rules/token-rule.ts';
import { PARAGRAPH_RULES } from './rules/whole-paragraphs.ts';

/** Goes over a paragraph with some of the rules; what one pass has attributed is left alone by the next. */
type AttributionPass = (board: ParagraphBoard, isOn: IsOn) => void;

const paragraphs: AttributionPass = (board, isOn) => {
  for (const { id, attribute } of PARAGRAPH_RULES) if (isOn(id)) attribute(board, isOn);
};

const verbs =
  (isCandidate: (verb: Token) => boolean): AttributionPass =>
  (board, isOn) => {
    const candidates = board.paragraph.tokens.filter(isCandidate);
    const inner = new Set(candidates.filter(isReportedBehind));
    for (const token of [...candidates.filter((verb) => !inner.has(verb)), ...inner])
      attributeVerb(board, token, VERB_RULES, isOn);
  };

/** `That the crews have left suggests that the port is lost, Firth said`: what Firth says is found before what stands in it. */
function isReportedBehind(verb: Token): boolean {
  for (let at = verb; at.head; at = at.head)
    if (at.relation === 'ccomp' && at.head.isAfter(at) && isSaying(at.head)) return true;
  return false;
}

const nearest =
  (rule: NearestCueRule): AttributionPass =>
  (board, isOn) => {
    if (isOn(rule.id)) attributeToNearest(board, rule);
  };

/** `…, according to the police`: an aside of the sentence, whatever else was found in it. */
const asides: AttributionPass = (board, isOn) => {
  forEachFound(board, ACCORDING_TO_RULES, isOn, (rule, found) => {
    board.add({ rule, ...found, contents: found.contents.map((content) => content.withWholeQuotes()) });
  });
};

/** `the claim that …`, `is sure that …`: only where nobody else reports the same. */
const attitudes: AttributionPass = (board, isOn) => {
  forEachFound(board, ATTITUDE_RULES, isOn, (rule, found) => {
    const { cue, source } = found;
    const contents = found.contents.map((content) => content.withWholeQuotes());
    const isOwn = (content: (typeof contents)[number]) => content.overlaps(cue) || source?.span.overlaps(content);
    if (!source && contents.some((content) => content.touchesQuoted())) return;
    if (!contents.some((content) => board.isTaken(content) || isOwn(content))) board.add({ rule, ...found, contents });
  });
};

function forEachFound(
  board: ParagraphBoard,
  rules: readonly TokenRule[],
  isOn: IsOn,
  admit: (rule: string, found: NonNullable<ReturnType<TokenRule['find']>>) => void,
): void {
  for (const token of board.paragraph.tokens) {
    if (token.quoted || board.cueAt(token)) continue;
    for (const { id, find } of rules) {
      const found = isOn(id) ? find(token) : null;
      if (!found) continue;
      if (found.contents.length > 0) admit(id, found);
      break;
    }
  }
}

/** Everything that is attributed in an article, paragraph by paragraph, statement or not; `isOn` leaves rules out. */
export function findAttributions(document: AnnotatedDocument, isOn: IsOn = () => true): readonly Attribution[] {
  const article = new AttributionBoard();
  const passes: readonly AttributionPass[] = [
    paragraphs,
    attributeQuotedWords,
    verbs(isSaying),
    asides,
    nearest(NEAREST_ASSERTION),
    continueInParagraph,
    attitudes,
    verbs((token) => !isSaying(token)),
    nearest(NEAREST_ANY),
    attributeTurn,
  ];
  for (const paragraph of document.paragraphs) {
    const board = new ParagraphBoard(paragraph, article);
    for (const pass of passes) pass(board, isOn);
  }
  return article.all;
}
