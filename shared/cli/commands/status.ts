import { Command } from '@commander-js/extra-typings';
import { readStatus } from '../../table/read-article.ts';
import type { ArticleRow } from '../../table/rows/article.ts';
import { connectTo } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { count, openOutput } from '../output.ts';
import { notDropped } from '../usage-error.ts';

export const statusCommand = new Command('status')
  .description('Tell what became of an article, and why it was refused.')
  .argument('<key>', 'as it was dropped')
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async (key, { stack, json }) => {
    const row = await readStatus((await connectTo(stack)).table, key);
    if (!row) throw notDropped(key);
    openOutput({ json }).show(row, () => `${key}: ${statusText(row)}`);
    if (row.status === 'REJECTED') process.exitCode = 1;
  });

function statusText(row: ArticleRow): string {
  switch (row.status) {
    case 'READY':
      return [
        `READY, published ${row.publishedAt}: ${count(row.paragraphCount, 'paragraph')}, ${count(row.entityCount, 'entity', 'entities')}, ${count(row.quotationCount, 'quotation')}`,
        ...(row.skipped === undefined ? [] : [row.skipped]),
      ].join('. ');
    case 'PENDING':
      return 'PENDING: being read; ask again in a moment';
    case 'REJECTED':
      return `REJECTED (${row.code}): ${row.message}`;
    case 'EMBARGOED':
      return `EMBARGOED until ${row.embargoedUntil}: nothing of it is shown before, and then it is read`;
    case 'WITHDRAWN':
      return `WITHDRAWN: ${row.reason ?? 'removed from the inbox; drop it again to have it back'}`;
  }
}
