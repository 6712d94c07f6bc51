import type { Digest } from '../events/changes.ts';
import { announce, digestOfRows, type ToldTable } from './announce.ts';
import { both, isUnchanged } from './conditions.ts';
import { articlePartition } from './keys.ts';
import { type ArticleHead, headOf, type Previous, type Telling } from './rows/article.ts';
import { UnreadableRow } from './rows/row.ts';
import { sizeOf } from './item-size.ts';
import type { Expression, Item } from './table.ts';

/** What stood under a key before, and was told of. */
export interface Before {
  readonly changeNumber: number;
  readonly previous?: Previous;
}

/** What was told is compared with what comes where it fits beside the article's own attributes: some thousand statements. */
const MAX_DIGEST_BYTES = 100_000;

/**
 * Puts an article's row in the place of what stands there, once subscribers have been told of that: what they are told of an
 * article comes in the order of its changes, and names the version that it replaces.
 * @returns false where the condition does not hold.
 */
export async function replaceArticle(
  told: ToldTable,
  key: string,
  rowAfter: (before: Before) => Item,
  condition: Expression,
): Promise<boolean> {
  let tried: string | undefined;
  for (;;) {
    const [article, ...children] = await told.table.partition(articlePartition(key));
    const head = article && headOf(article);
    const seen = JSON.stringify([head]);
    // It was refused as the same row stood there: not because something came between.
    if (seen === tried) return false;
    tried = seen;
    if (head?.eventDue) await announce(told, [article!, ...children]);
    const row = rowAfter(article ? beforeOf(article, children) : { changeNumber: 0 });
    if (await told.table.put(row, both(condition, isUnchanged(head)))) return true;
  }
}

export function beforeOf(article: Item, children: readonly Item[]): Before {
  const head = headOf(article);
  const previous = lastTold(head);
  const digest = head.status === 'READY' ? readableDigest(article, children) : undefined;
  return {
    changeNumber: head.changeNumber ?? 0,
    ...(previous && { previous: { ...previous, ...(digest && sizeOf(digest) <= MAX_DIGEST_BYTES && { digest }) } }),
  };
}

/** What another version wrote may be unreadable, and is replaced all the same: then nobody can tell what changed. */
function readableDigest(article: Item, children: readonly Item[]): Digest | undefined {
  try {
    return digestOfRows(article, children);
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}

function lastTold({ status, revision, extractorVersion, replaces, previous }: ArticleHead): Previous | undefined {
  if (status === 'READY') return { revision, status, ...(extractorVersion !== undefined && { extractorVersion }) };
  if (status === 'REJECTED' || status === 'WITHDRAWN') return { revision, status };
  // Under embargo an article that was READY is told of as withdrawn.
  return status === 'EMBARGOED' && replaces ? { revision, status: 'WITHDRAWN' } : previous;
}

/** While nothing is told: what was last. */
export const untold = ({ changeNumber, previous }: Before): Telling => ({
  ...(changeNumber > 0 && { changeNumber }),
  ...(previous && { previous }),
});

/** A change that subscribers are told of, unless it is to be quiet. */
export const change = ({ changeNumber, previous }: Before, { events }: ToldTable) => {
  const { digest: _, ...replaces } = previous ?? {};
  return {
    changeNumber: changeNumber + 1,
    ...(!events.quiet && { eventDue: true }),
    ...(previous && { replaces: replaces as Omit<Previous, 'digest'> }),
  };
};
