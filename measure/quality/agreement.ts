import { join } from 'node:path';
import { readJsonLines } from './json-lines.ts';
import { matchStatements, meet, type Match } from './match-statements.ts';
import type { Measure } from './measure.ts';
import { annotatedArticleSchema, type AnnotatedArticle, type AnnotatedStatement } from './statement-corpus.ts';

interface Pair {
  readonly first: AnnotatedArticle;
  readonly second: AnnotatedArticle;
  readonly matches: readonly Match<AnnotatedStatement, AnnotatedStatement>[];
}

/** How far two readers of the same articles agree: `GOLD` is the folder corpus/. The ceiling of every other figure. */
export const evaluateAgreement: Measure = async (folder) => {
  const read = (file: string) => readJsonLines(join(folder, file), annotatedArticleSchema);
  const firsts = [...(await read('tune.jsonl')), ...(await read('held-out.jsonl'))];
  const pairs = (await read('second-reading.jsonl')).map((second): Pair => {
    const first = firsts.find(({ id }) => id === second.id);
    if (!first) throw new Error(`${second.id} was read by the second reader alone.`);
    return { first, second, matches: matchStatements(first.statements, second.statements) };
  });
  const same = pairs.flatMap(({ matches }) => matches.filter(({ overlap }) => overlap >= 0.3));
  return [
    `${pairs.length} articles read twice`,
    ...[0.8, 0.3].map((threshold) => `statements, overlap from ${threshold}: ${f1(pairs, threshold)}`),
    `of the ${same.length} that both have: kind ${percent(same, ({ gold, found }) => gold.kind === found.kind)}, cue kind ${percent(same, ({ gold, found }) => gold.cueKind === found.cueKind)} (kappa ${kappa(same).toFixed(2)})`,
    `speaker ${speakers(pairs)}`,
  ].join('\n');
};

/** An optional or a nested statement is neither wanted nor wrong: where one reader has it, the other may. */
const isWanted = ({ optional, nested }: AnnotatedStatement): boolean => !optional && !nested;

function f1(pairs: readonly Pair[], threshold: number): string {
  let [both, one, other] = [0, 0, 0];
  for (const { first, second, matches } of pairs) {
    const good = matches.filter(({ overlap }) => overlap >= threshold);
    const counted = good.filter(({ gold, found }) => isWanted(gold) && isWanted(found));
    const free = new Set(good.filter((match) => !counted.includes(match)).flatMap(({ gold, found }) => [gold, found]));
    both += counted.length;
    one += first.statements.filter((statement) => isWanted(statement) && !free.has(statement)).length;
    other += second.statements.filter((statement) => isWanted(statement) && !free.has(statement)).length;
  }
  return `F1 ${((200 * both) / Math.max(1, one + other)).toFixed(1)} (first ${one}, second ${other}, both ${both})`;
}

function percent<T>(all: readonly T[], holds: (one: T) => boolean): string {
  const count = all.filter(holds).length;
  return `${((100 * count) / Math.max(1, all.length)).toFixed(1)} % (${count} of ${all.length})`;
}

/** Cohen's kappa of the cue kinds: 1 where all agree, 0 where as many as by chance. */
function kappa(matches: readonly Match<AnnotatedStatement, AnnotatedStatement>[]): number {
  const rate = (holds: (match: (typeof matches)[number]) => boolean) =>
    matches.filter(holds).length / Math.max(1, matches.length);
  const observed = rate(({ gold, found }) => gold.cueKind === found.cueKind);
  const kinds = [...new Set(matches.flatMap(({ gold, found }) => [gold.cueKind, found.cueKind]))];
  const chance = kinds.reduce(
    (sum, kind) => sum + rate(({ gold }) => gold.cueKind === kind) * rate(({ found }) => found.cueKind === kind),
    0,
  );
  return chance === 1 ? 1 : (observed - chance) / (1 - chance);
}

function speakers(pairs: readonly Pair[]): string {
  const verdicts = pairs.flatMap(({ first, second, matches }) =>
    matches
      .filter(({ overlap }) => overlap >= 0.3)
      .map(({ gold, found }) => {
        const one = names(first, gold);
        const other = names(second, found);
        return one.length === other.length && one.every((name) => other.some((mentions) => meet(name, mentions)));
      }),
  );
  return percent(verdicts, (agree) => agree);
}

const names = ({ entities }: AnnotatedArticle, { speakers }: AnnotatedStatement) =>
  entities.filter(({ id }) => speakers.includes(id)).map(({ mentions }) => mentions);
