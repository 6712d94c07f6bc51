import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { articleAddress } from '../../reader/addresses.ts';
import type { AskApi } from '../../shared/browse/api-client.ts';
import { respond } from '../../shared/api/respond.ts';
import { buildPage } from '../../shared/browse/build-page.ts';
import { type PageServer, servePage } from '../../shared/browse/serve-page.ts';
import { openReader } from '../../shared/table/reader.ts';
import { archive } from '../check/archive.ts';
import { type LocalDynamo, startDynamo } from '../table/local-table.ts';
import { ingest, reject } from '../table/query-world.ts';
import { hostileAnswer, hostileArticle, longArticle, NAMES } from './articles.ts';
import { describeInChromium, launchChromium } from './chromium.ts';

/** For a machine that does other things besides: not a measure of speed. */
jest.setTimeout(120_000);

/** Of the browser's globals, what is asked of them here: the tests around it run in Node. */
declare const document: {
  readonly activeElement: { readonly id: string; matches(selector: string): boolean } | null;
  readonly documentElement: { readonly scrollWidth: number };
};
declare const window: object;
declare const innerWidth: number;

/** Pictures for the documents are written where this says. */
const PICTURES = process.env['SCREENSHOTS'];

const ARTICLE = '/article/harbour-bridge.txt';
const CORRECTED = 'corrected/chip-plant.txt';

const PAGES: readonly [name: string, address: string, there: string][] = [
  ['latest', '/', '.day li'],
  ['article', ARTICLE, '.note'],
  ['corrected', articleAddress(CORRECTED), '.changes summary'],
  ['entity', '/entity/PERSON/helena-camilleri-borg', '.companions li'],
  ['search', '/search?q=steel', '.statements li'],
  ['check', '/check?words=The+steel+is+rusty.+The+concrete+is+sound.&by=camilleri', '.verdict'],
  ['refused', '/?status=REJECTED', '.reason'],
];

const LOOKS: readonly [name: string, options: BrowserContextOptions][] = [
  ['light', { viewport: { width: 1400, height: 900 } }],
  ['dark', { viewport: { width: 1400, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 } }],
];

describeInChromium('the page in Chromium', () => {
  let dynamo: LocalDynamo;
  let server: PageServer;
  let browser: Browser;
  /** What a page complained of: errors, and what its security policy refused. */
  const complaints: string[] = [];

  beforeAll(async () => {
    dynamo = await startDynamo();
    const table = await dynamo.createTable();
    const [revision, later] = ['0'.repeat(32), '1'.repeat(32)] as const;
    for (const { article, paragraphs, entities, quotations } of await archive()) {
      if (article.status !== 'READY') continue;
      const { key, publishedAt, language, headline, bylines, dateline } = article;
      const parsed = { paragraphs, bylines, ...(headline && { headline }), ...(dateline && { dateline }) };
      const analysis = { language, entities, quotations };
      await ingest(table, { key, publishedAt, article: parsed, analysis }, revision);
      if (key === 'chip-plant.txt') {
        // Its first statement was another's, and its last is new.
        const [first, ...others] = quotations.slice(0, -1);
        const before = { ...analysis, quotations: [{ ...first!, speakers: [], speaker: null }, ...others] };
        await ingest(table, { key: CORRECTED, publishedAt, article: parsed, analysis: before }, revision);
        await ingest(table, { key: CORRECTED, publishedAt, article: parsed, analysis }, later);
      }
    }
    await reject(table, 'empty.txt', revision);
    await ingest(table, longArticle(), revision);
    // The API's own answers, without the function around them.
    const askApi: AskApi = async (asked) => {
      const { pathname, search } = new URL(asked, 'http://api');
      // Thousands of names take a table in memory minutes to hold; what is tested is what the page does with them.
      if (pathname.includes('hostile')) return Response.json(hostileAnswer());
      const sources = { table, reader: openReader(table.name, dynamo.client), now: new Date('2026-11-26') };
      const request = { method: 'GET', path: decodeURIComponent(pathname), query: search.slice(1) };
      const { statusCode, headers, body } = await respond(request, sources, (fault) => complaints.push(String(fault)));
      return new Response(body, { status: statusCode, headers });
    };
    server = await servePage({ files: await buildPage(), askApi, keyed: false });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    await dynamo.stop();
  });

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${address}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${address}: ${message.text()}`);
    });
    await page.goto(new URL(address, server.link).href);
    return page;
  }

  test.each(
    LOOKS.flatMap(([look, options]) =>
      PAGES.map(([name, address, there]) => [name, look, address, there, options] as const),
    ),
  )(
    '%s, %s: nothing serious for axe, nothing refused, nothing wider than the window',
    async (name, look, address, there, options) => {
      const page = await open(address, options);
      await page.waitForSelector(there);
      if (PICTURES !== undefined) {
        mkdirSync(PICTURES, { recursive: true });
        if (name === 'article' && look !== 'phone') await page.hover('.reference');
        if (name === 'corrected') await page.click('.changes summary');
        await page.screenshot({ path: `${PICTURES}/reader-${name}-${look}.png` });
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html).slice(0, 3) }))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('who points at a statement sees who says it, and the other way round', async () => {
    const page = await open(ARTICLE);
    await page.hover('.reference >> nth=1');
    expect(await page.getAttribute('.note.lit', 'id')).toBe('note-1');
    await page.hover('#note-2');
    expect(await page.locator('.story .said.lit').count()).toBeGreaterThan(0);
    await page.hover('.names li >> nth=0');
    expect(await page.locator('.story .mark.lit').count()).toBeGreaterThan(2);
    await page.context().close();
  });

  test('of a corrected article it tells what changed, and none of the words that were taken back', async () => {
    const page = await open(articleAddress(CORRECTED));
    await page.click('.changes summary');
    expect(await page.locator('.changes dt').allTextContents()).toEqual(['New: 1 statement', 'Altered: 1 statement']);
    await page.click('.changes dd a >> nth=0');
    expect(page.url()).toMatch(/#note-\d+$/);
    await page.context().close();
  });

  test('with the keyboard alone: from the list to the article, to a speaker, and back', async () => {
    const page = await open('/');
    await page.waitForSelector('.title');
    const tabTo = async (matches: string) => {
      for (let presses = 0; presses < 200; presses++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), matches)) return;
      }
      throw new Error(`${matches} is not reached with Tab`);
    };
    await tabTo('.title[href$="harbour-bridge.txt"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.note');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await tabTo('.reference');
    expect(await page.locator('.note.lit').count()).toBe(1);
    await tabTo('.note summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.note details[open] dd').first().isVisible()).toBe(true);
    await tabTo('.speaker a');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.companions li');
    expect(page.url()).toContain('/entity/PERSON/');
    await page.goBack();
    await page.waitForSelector('.note');
    await page.context().close();
  });

  test('a hostile article is text, and nothing but text', async () => {
    const began = performance.now();
    const page = await open(articleAddress(hostileArticle().key));
    await page.waitForSelector('.note');
    console.log(`A hostile article of ${NAMES} names is shown after ${Math.round(performance.now() - began)} ms.`);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('#page :is(script, img, iframe, object, svg, style)').count()).toBe(0);
    expect(await page.locator('#page a:not([href^="/"], [href^="#"])').count()).toBe(0);
    expect(await page.textContent('h1')).toContain('<script>');
    expect(await page.locator('.story .mark').count()).toBeGreaterThan(NAMES / 2);
    for (const view of ['text', 'json']) {
      const other = await open(`${articleAddress(hostileArticle().key)}?view=${view}`);
      await other.waitForSelector('.raw');
      expect(await other.evaluate(() => 'hacked' in window)).toBe(false);
      await other.context().close();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('an article of 1,000 words is there at once', async () => {
    const page = await open('/');
    await page.waitForSelector('.day li');
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      await page.goto(new URL(articleAddress(longArticle().key), server.link).href);
      await page.waitForSelector('.note');
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
        await page.evaluate(() => performance.now()),
      );
    }
    const [paints, shown] = [0, 1].map((which) =>
      times.filter((_, index) => index % 2 === which).sort((a, b) => a - b),
    );
    console.log(
      `First paint after ${Math.round(paints![2]!)} ms, the article's words after at most ${Math.round(shown![2]!)} ms (medians of five).`,
    );
    expect(paints!.every(Number.isFinite)).toBe(true);
    await page.context().close();
  });

  test('on paper there is the text with its notes, and no controls', async () => {
    const page = await open(ARTICLE, { viewport: { width: 800, height: 1100 } });
    await page.waitForSelector('.note');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await page.locator('.note').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
