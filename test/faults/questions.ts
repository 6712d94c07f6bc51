import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { NAME_INDEX, TIME_INDEX } from '../../shared/table/keys.ts';
import { newsIngest } from '../cli/running.ts';
import type { Pipeline } from '../end-to-end/pipeline.ts';

/** Of the revision that is corrected, or of the one that corrects it. */
export type Revision = 'old' | 'new';

/** A question, and whether its answer tells of a revision. */
export interface Question {
  readonly name: string;
  gives(revision: Revision): Promise<boolean>;
}

const SPEAKER = { old: 'ana-sousa', new: 'luis-prado' } as const;
const NAME = { old: 'sou', new: 'pra' } as const;
const SAID = { old: 'The dam in Porto is safe', new: 'The dam in Porto is closed' } as const;
/** Said and named in one revision alone. */
const WORDS = { old: /is safe|Sousa/, new: /is closed|Prado/ } as const;

/** What is counted by month tells no words: that there is a month. */
const MONTH = '"month"';

/** Every question of the HTTP API that has an answer. */
const PATHS: readonly ((revision: Revision) => string)[] = [
  () => '/articles',
  () => '/articles/held.txt',
  () => '/articles/held.txt/paragraphs',
  () => '/articles/held.txt/entities',
  () => '/articles/held.txt/quotations',
  (which) => `/entities?name=${NAME[which]}`,
  (which) => `/entities/PERSON~23${SPEAKER[which]}`,
  (which) => `/entities/PERSON~23${SPEAKER[which]}/articles`,
  (which) => `/entities/LOCATION~23porto/articles?with=PERSON%23${SPEAKER[which]}`,
  (which) => `/entities/PERSON~23${SPEAKER[which]}/months`,
  () => '/entities/LOCATION~23porto/company',
  (which) => `/quotations?by=PERSON%23${SPEAKER[which]}`,
  () => '/quotations?about=LOCATION%23porto',
  () => '/quotations?words=dam',
  () => '/speakers?words=dam',
  (which) => `/check?words=${SAID[which].replaceAll(' ', '+')}`,
  (which) => `/speakers/PERSON~23${SPEAKER[which]}/quotations`,
];

const COMMANDS: readonly ((revision: Revision) => readonly string[])[] = [
  () => ['latest', '--json'],
  () => ['article', 'held.txt', '--json'],
  () => ['article', 'held.txt', '--text'],
  (which) => ['entities', '--name', NAME[which], '--json'],
  (which) => ['mentions', `PERSON#${SPEAKER[which]}`, '--json'],
  (which) => ['mentions', 'LOCATION#porto', '--with', `PERSON#${SPEAKER[which]}`, '--json'],
  (which) => ['quotes', '--by', `PERSON#${SPEAKER[which]}`, '--json'],
  () => ['quotes', '--words', 'dam', '--json'],
  () => ['count', 'speakers', '--words', 'dam', '--json'],
  (which) => ['count', 'months', `PERSON#${SPEAKER[which]}`, '--json'],
  (which) => ['check', SAID[which], '--json'],
  () => ['export', 'quotations'],
  () => ['export', 'entities'],
  () => ['export', 'articles'],
];

const tells = (answer: string, revision: Revision, question: string): boolean =>
  question.includes('months') ? answer.includes(MONTH) : WORDS[revision].test(answer);

export function apiQuestions({ aws }: Pipeline): Question[] {
  return PATHS.map((pathOf) => ({
    name: pathOf('old'),
    gives: async (revision) => {
      const path = pathOf(revision);
      const answer = (await (await fetch(`${aws.api!}${path}`)).json()) as Record<string, unknown>;
      // A refusal repeats what was asked.
      return answer['title'] === undefined && tells(JSON.stringify(answer), revision, path);
    },
  }));
}

/** The table and both indexes whole, as any program with the right to read them sees their rows. */
export function rowQuestions({ aws }: Pipeline): Question[] {
  const client = DynamoDBDocumentClient.from(aws.dynamodb);
  return [undefined, TIME_INDEX.name, NAME_INDEX.name].map((IndexName) => ({
    name: `rows of ${IndexName ?? 'the table'}`,
    gives: async (revision) => {
      for await (const page of paginateScan({ client }, { TableName: aws.table, IndexName }))
        if (tells(JSON.stringify(page.Items), revision, 'rows')) return true;
      return false;
    },
  }));
}

/** A process each: some seconds for all. The stack is announced to them. */
export function commandQuestions(): Question[] {
  return COMMANDS.map((argumentsOf) => ({
    name: `news-ingest ${argumentsOf('old').join(' ')}`,
    gives: async (revision) => {
      const given = argumentsOf(revision);
      const { stdout } = await newsIngest(...given);
      return tells(stdout, revision, given.join(' '));
    },
  }));
}
