import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detokenise, isBroken } from './detokenise.ts';
import { draw } from './draw.ts';

/**
 * `npx tsx corpus/select.ts DATA [--blocks]`: draws the articles, writes texts/ and articles.jsonl. DATA holds
 * ner/gmb.all.jsonl and ner/meantime.all.jsonl (tokens) and quotes/gum-news.train.jsonl (text). --blocks prints the
 * drawn blocks of the GMB's sentences, which tells no articles apart: voa-articles.txt holds what a reader told apart.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const BLOCK = 50;
/** Sentences printed behind a block, so that its last article is seen to its end. */
const LONGEST_TAIL = 14;
const PLAIN_BLOCKS = 8;
/** Drawn by the square of their quotation marks: text in marks is rare in short radio news. */
const BLOCKS_WITH_MARKS = 9;
/** The second round: drawn by the cube of the sentences that hold marks and "said" or "says". */
const BLOCKS_WITH_SPEECH = 8;
/** Of the first round; the second takes those of the rest of GUM's twenty that have speech in marks. */
const WIKINEWS = { 'gum-news': 10, meantime: 22 };
/** Quotation marks that an article of the second round has at least. */
const MARKS = 4;
/** Of each half, for the second reader. */
const SECOND_READING = 10;

interface Drawn {
  readonly id: string;
  readonly source: 'Voice of America' | 'Wikinews';
  readonly origin: string;
  readonly licence: 'public domain' | 'CC BY 2.5';
  readonly attribution: string;
  /** The set holds the beginning of the article alone. */
  readonly excerpt?: true;
  readonly paragraphs: readonly string[];
  readonly round: 1 | 2;
}

interface Tokens {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly sents?: readonly number[];
}

const data = process.argv[2];
if (data === undefined) throw new Error('Usage: npx tsx corpus/select.ts DATA [--blocks]');
async function lines<T>(file: string): Promise<T[]> {
  return (await readFile(join(data!, file), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function drawBlocks(sentences: readonly Tokens[]): [first: number[], second: number[]] {
  const all = Array.from({ length: Math.floor(sentences.length / BLOCK) }, (_, block) => block);
  const marks = (block: number) =>
    sentences.slice(block * BLOCK, (block + 1) * BLOCK).flatMap(({ tokens }) => tokens.filter((token) => token === '"'))
      .length;
  const plain = draw('blocks', all, PLAIN_BLOCKS, String);
  const others = all.filter((block) => !plain.includes(block));
  const first = [
    ...plain,
    ...draw('blocks with marks', others, BLOCKS_WITH_MARKS, String, (block) => marks(block) ** 2),
  ];
  const speech = (block: number) =>
    sentences
      .slice(block * BLOCK, (block + 1) * BLOCK)
      .filter(({ tokens }) => tokens.includes('"') && (tokens.includes('said') || tokens.includes('says'))).length;
  const rest = all.filter((block) => !first.includes(block));
  return [first, draw('blocks with speech', rest, BLOCKS_WITH_SPEECH, String, (block) => speech(block) ** 3)];
}

/** The articles of the drawn blocks; one that lost something is left out. */
async function voiceOfAmerica(): Promise<Drawn[]> {
  const read = (await readFile(join(here, 'voa-articles.txt'), 'utf8')).split('\n').filter((line) => /^\d/.test(line));
  const ranges = read.flatMap((line) => {
    const [block, ...articles] = line.split(' ');
    const round = blocks.findIndex((drawn) => drawn.includes(Number(block))) + 1;
    if (round === 0) throw new Error(`Block ${block!} was not drawn.`);
    return articles.map((range) => [...range.split('-').map(Number), round] as [number, number, 1 | 2]);
  });
  return ranges.flatMap(([first, last, round]) => {
    const sentences = gmb.slice(first - 1, last).map(({ tokens }) => tokens);
    const paragraphs = toParagraphs(sentences);
    if (sentences.some(isBroken) || paragraphs === undefined) return [];
    return [
      {
        id: `voa-${first}`,
        source: 'Voice of America' as const,
        origin: `GMB sentences ${first} to ${last}`,
        licence: 'public domain' as const,
        attribution: 'Voice of America, voanews.com; text through the Groningen Meaning Bank',
        paragraphs,
        round,
      },
    ];
  });
}

/**
 * The GMB has no paragraphs: each sentence is one, but for speech that runs on, which stays with the sentence before.
 * Undefined where a mark is missing.
 */
function toParagraphs(sentences: readonly (readonly string[])[]): string[] | undefined {
  const paragraphs: string[] = [];
  let open = false;
  let hadMarks = false;
  for (const tokens of sentences) {
    const runsOn = open || (hadMarks && tokens[0] === '"');
    const next = detokenise(tokens, open);
    if (runsOn) paragraphs.push(`${paragraphs.pop()!} ${next.text}`);
    else paragraphs.push(next.text);
    open = next.open;
    hadMarks = tokens.includes('"');
  }
  return open ? undefined : paragraphs;
}

async function wikinews(): Promise<Drawn[]> {
  const gum = await lines<{ id: string; text: string }>('quotes/gum-news.train.jsonl');
  const meantime = await lines<Tokens>('ner/meantime.all.jsonl');
  const name = ({ id }: { id: string }) => id;
  return [
    ...draw('gum-news', gum, gum.length, name).map(({ id, text }, index) => {
      // The set writes every hyphen as a word of its own; Wikinews writes dashes longer.
      const paragraphs = text
        .split('\n')
        .filter(Boolean)
        .map((line) => line.replace(/(\w) - (?=\w)/g, '$1-'));
      const round = index < WIKINEWS['gum-news'] ? 1 : 2;
      return article(`wikinews-${id.replace('GUM_news_', '')}`, `GUM ${id}`, paragraphs[0]!, paragraphs, round);
    }),
    ...draw('meantime', meantime, WIKINEWS.meantime, name).map(({ id, tokens, sents }) => {
      const [, page, title] = /^meantime\/(\d+)_(.*)$/.exec(id)!;
      const sentences = sents!.map((start, index) => tokens.slice(start, sents![index + 1]));
      const paragraphs = sentences.map((sentence) =>
        detokenise(sentence)
          .text.replace(/#(?=[\d.])/g, '£')
          .replaceAll('&amp;', '&'),
      );
      return {
        ...article(`wikinews-${page!}`, `MEANTIME ${page!}`, title!.replaceAll('_', ' '), paragraphs),
        excerpt: true as const,
      };
    }),
  ];
}

const countMarks = (paragraphs: readonly string[]): number => paragraphs.join('').match(/["“”]/g)?.length ?? 0;

const article = (
  id: string,
  origin: string,
  title: string,
  paragraphs: readonly string[],
  round: 1 | 2 = 1,
): Drawn => ({
  id,
  source: 'Wikinews',
  origin,
  licence: 'CC BY 2.5',
  attribution: `“${title}”, Wikinews contributors, en.wikinews.org`,
  paragraphs,
  round,
});

/** Half of each source and round to tune, half held out; of each half of the first round some for the second reader. */
async function write(articles: readonly Drawn[]): Promise<void> {
  const name = ({ id }: Drawn) => id;
  const tune = new Set(
    [1, 2].flatMap((round) =>
      ['voa', 'wikinews'].flatMap((kind) => {
        const all = articles.filter((one) => one.round === round && one.id.startsWith(kind));
        return draw('tune', all, Math.ceil(all.length / 2), name).map(name);
      }),
    ),
  );
  await mkdir(join(here, 'texts'), { recursive: true });
  for (const { id, paragraphs } of articles)
    await writeFile(join(here, 'texts', `${id}.txt`), `${paragraphs.join('\n\n')}\n`);
  const rows = articles.map(({ id, source, origin, licence, attribution, excerpt }) =>
    JSON.stringify({ id, split: tune.has(id) ? 'tune' : 'held-out', source, origin, licence, attribution, excerpt }),
  );
  await writeFile(join(here, 'articles.jsonl'), `${rows.join('\n')}\n`);
  const second = [true, false].flatMap((isTune) =>
    draw(
      'second reading',
      articles.filter(({ id, round }) => round === 1 && tune.has(id) === isTune),
      SECOND_READING,
      name,
    ).map(name),
  );
  await writeFile(join(here, 'second-reading.txt'), `${second.join('\n')}\n`);
}

const gmb = await lines<Tokens>('ner/gmb.all.jsonl');
const blocks = drawBlocks(gmb);
if (process.argv.includes('--blocks')) {
  for (const block of blocks.flat()) {
    console.log(`# ${block}`);
    for (const [index, { tokens }] of gmb.slice(block * BLOCK, (block + 1) * BLOCK + LONGEST_TAIL).entries())
      console.log(block * BLOCK + index + 1, detokenise(tokens).text);
  }
} else {
  const all = [...(await voiceOfAmerica()), ...(await wikinews())];
  await write(all.filter(({ round, paragraphs }) => round === 1 || countMarks(paragraphs) >= MARKS));
}
