import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { parseArticle } from '../../shared/article/parse-article.ts';
import { loadTagger } from '../../shared/language/3-parse/tagger.ts';
import { analyse } from '../../shared/language/analyse.ts';
import { EXTRACTOR_VERSION } from '../../shared/language/extractor.ts';

const ARTICLES = 'test/articles';

/**
 * `UPDATE_GOLDENS=1 npm test -- goldens` rewrites what is expected, once the extractor's version has risen: rows that differ
 * are of another version. The difference is then reviewed.
 */
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
  const { extractorVersion, ...expected } = JSON.parse(readFileSync(golden, 'utf8')) as { extractorVersion: number };
  expect(extractorVersion).toBeLessThanOrEqual(EXTRACTOR_VERSION);
  if (!UPDATE || isDeepStrictEqual(found, expected)) {
    expect(found).toEqual(expected);
    return;
  }
  if (extractorVersion === EXTRACTOR_VERSION)
    throw new Error(`${file} is read otherwise: raise EXTRACTOR_VERSION in shared/language/extractor.ts first.`);
  writeFileSync(golden, `${JSON.stringify({ extractorVersion: EXTRACTOR_VERSION, ...found }, null, 2)}\n`);
});
