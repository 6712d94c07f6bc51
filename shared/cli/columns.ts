import type { TextSpan } from '../article/article.ts';
import type { Column } from './output.ts';

/** Columns that several tables have. */
export const published: Column<{ readonly publishedAt: string }> = {
  title: 'Published',
  of: ({ publishedAt }) => publishedAt.slice(0, 16).replace('T', ' '),
};

export const article: Column<{ readonly key: string }> = { title: 'Article', of: ({ key }) => key };

export const names: Column<{ readonly name: string; readonly aliases: readonly string[] }> = {
  title: 'Named',
  of: ({ name, aliases }) => [name, ...aliases].join(', '),
  wraps: true,
};

export const words = (contents: readonly TextSpan[]): string => contents.map(({ text }) => text).join(' … ');
