import type { Article } from './article.ts';

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
