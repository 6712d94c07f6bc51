import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { answerTo } from './answer-to.ts';
import { answersOf, ARTICLE_SETS, readArticles } from './stored-articles.ts';

/** What an answer begins with. */
const BEGINNING = /^(?=== )/mu;

for (const set of ARTICLE_SETS) {
  const articles = await readArticles(set);
  const answers = readFileSync(answersOf(set), 'utf8').split(BEGINNING);

  test(`${answersOf(set)} answers the stored articles, one by one`, () => {
    expect(answers.map((answer) => answer.slice(3, answer.indexOf('\n')))).toEqual(articles.map(({ name }) => name));
  });

  test.each(articles.map((article, index) => [article.name, article, answers[index]] as const))(
    '%s is read as it was: npm run write:answers shows what has changed',
    (_, article, answer) => {
      expect(answerTo(article)).toBe(answer);
    },
  );
}
