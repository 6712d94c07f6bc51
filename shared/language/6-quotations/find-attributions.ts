import { attributeAccordingTo } from './according-to.ts';
import { attributeAnnounced } from './announced.ts';
import { isSaying } from './cues.ts';
import { ParagraphDrafts, toAttribution, type ArticleDrafts, type Attribution } from './drafts.ts';
import { attributeHeadline } from './headlines.ts';
import { attributeTurn, speakersInTurn } from './interviews.ts';
import { attributeLeftovers, continueInParagraph } from './leftover-passages.ts';
import { withoutNested } from './nested.ts';
import { withQuoted, type ParagraphTree } from './paragraph-tree.ts';
import { across, after, before, signed, type Neighbourhood, type PassageSieve } from './passage-sieves.ts';
import { attributeClauses, attributeNouns } from './reported-clauses.ts';
import { isNamed, joinCoordinated } from './what-is-quoted.ts';

/** For each passage in marks, in order; the first that decides wins. */
const passageSieves: Readonly<Record<string, PassageSieve>> = { signed, after, before, across };

/** For each paragraph, in order; what one has attributed is left alone by the next. */
const sieves: Readonly<Record<string, (where: Neighbourhood, without: ReadonlySet<string>) => void>> = {
  headline: ({ drafts }) => {
    attributeHeadline(drafts);
  },
  announced: attributeAnnounced,
  passages: attributePassages,
  'clauses of saying': ({ drafts }) => {
    attributeClauses(drafts, isSaying);
  },
  'according to': ({ drafts }) => {
    attributeAccordingTo(drafts);
  },
  'nearest cue of saying': ({ drafts }) => {
    attributeLeftovers(drafts, isSaying);
  },
  'within the paragraph': ({ drafts }) => {
    continueInParagraph(drafts);
  },
  nouns: ({ drafts }) => {
    attributeNouns(drafts);
  },
  'other clauses': ({ drafts }) => {
    attributeClauses(drafts, (node) => !isSaying(node));
  },
  'nearest cue': ({ drafts }) => {
    attributeLeftovers(drafts, () => true);
  },
  interview: ({ drafts, speakers }) => {
    attributeTurn(drafts, speakers);
  },
};

/** What can be left out to measure what it gives. */
export const SIEVES: readonly string[] = [...Object.keys(passageSieves), ...Object.keys(sieves)];

/** Everything that is attributed in an article, paragraph by paragraph. */
export function findAttributions(
  paragraphs: readonly ParagraphTree[],
  without: ReadonlySet<string> = new Set(),
): Attribution[] {
  const article: ArticleDrafts = { all: [], pending: [] };
  const speakers = speakersInTurn(paragraphs);
  for (const [index, bare] of paragraphs.entries()) {
    const titles = new Map(bare.quoted.filter((passage) => isNamed(bare, passage)).map((title) => [title.last, title]));
    const quoted = bare.quoted.filter(({ last }) => !titles.has(last));
    const drafts = new ParagraphDrafts({ ...withQuoted(bare, joinCoordinated(bare, quoted)), titles }, article);
    const where = { drafts, previous: paragraphs[index - 1], next: paragraphs[index + 1], speakers };
    for (const [name, sieve] of Object.entries(sieves)) if (!without.has(name)) sieve(where, without);
  }
  return withoutNested(article.all, paragraphs).map(toAttribution);
}

function attributePassages(where: Neighbourhood, without: ReadonlySet<string>): void {
  const { drafts } = where;
  const chosen = Object.entries(passageSieves).filter(([name]) => !without.has(name));
  for (let index = 0; index < drafts.tree.quoted.length; index++) {
    if (drafts.isTaken(drafts.tree.quoted[index]!)) continue;
    for (const [, sieve] of chosen) {
      const last = sieve(where, index);
      if (last === undefined) continue;
      index = last;
      break;
    }
  }
}
