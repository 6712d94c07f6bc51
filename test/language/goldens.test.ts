import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';

const ARTICLES = 'test/articles';

/** `UPDATE_GOLDENS=1 npm test -- goldens` rewrites what is expected; the difference is then reviewed. */
const UPDATE = process.env['UPDATE_GOLDENS'] === '1';

test.each(readdirSync(ARTICLES).filter((file) => file.endsWith('.txt')))('%s is analysed as expected', async (file) => {
  const article = await parseArticle(readFileSync(join(ARTICLES, file)));
  const { entities, quotations } = await analyse(article, await loadTagger());
  const found = {
    entities: entities.map(({ id, roles, mentions }) => ({
      id,
      ...(roles.length > 0 && { roles: roles.map(({ text }) => text) }),
      mentions: mentions.map(({ paragraph, start, text }) => `${paragraph}:${start} ${text}`),
    })),
    quotations: quotations.map(({ kind, speaker, source, cue, contents }) => ({
      kind,
      speaker,
      source: source?.text ?? null,
      cue: cue?.text ?? null,
      contents: contents.map(({ paragraph, start, text }) => `${paragraph}:${start} ${text}`),
    })),
  };
  const golden = join(ARTICLES, file.replace(/\.txt$/, '.expected.json'));
  if (UPDATE) writeFileSync(golden, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
});
