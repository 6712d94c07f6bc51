import type { Article } from './article.ts';
import { ArticleRejected } from './article-rejected.ts';

/** Why an article is not to be shown, where its source has taken it back or withholds it. */
export function reasonToWithdraw({ publicationStatus, version, correction }: Article): string | undefined {
  const which = version === undefined ? '' : ` (version ${version})`;
  const note = correction === undefined ? '' : ` It says: ${correction}`;
  switch (publicationStatus) {
    case 'canceled':
      return `Its source has canceled the item${which}; a later version that is usable brings it back.${note}`;
    case 'withheld':
      return `Its source withholds the item${which} until further notice; a version that is usable brings it back.${note}`;
    default:
      return undefined;
  }
}

/** Embargoes run for hours or days; a date far off is a mistake, and its message would go round for years. */
const LONGEST_EMBARGO_DAYS = 90;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether the time before which the article must not be shown is still to come.
 * @throws ArticleRejected where it is too far off.
 */
export function isEmbargoed(article: Article, now = Date.now()): article is Article & { embargoedUntil: string } {
  const until = article.embargoedUntil === undefined ? now : Date.parse(article.embargoedUntil);
  if (until - now > LONGEST_EMBARGO_DAYS * DAY_MS) {
    throw new ArticleRejected(
      'EMBARGO_TOO_LONG',
      `The article is embargoed until ${article.embargoedUntil!}, more than ${LONGEST_EMBARGO_DAYS} days from now: drop it again nearer to that time.`,
    );
  }
  return until > now;
}
