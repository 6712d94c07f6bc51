import { type Paragraph, paragraph } from '../../article/article.ts';
import { paragraphKey } from '../keys.ts';
import { readRow, type Revision, withoutEmpty } from './row.ts';
import type { Item } from '../table.ts';

export const paragraphItem = (key: string, revision: Revision, stored: Paragraph): Item => ({
  ...paragraphKey(key, stored.ordinal),
  revision,
  ...withoutEmpty(stored),
});

export const paragraphOf = (item: Item): Paragraph => readRow(paragraph, item);
