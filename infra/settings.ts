import type { Node } from 'constructs';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { z } from 'zod';

/** CDK hands over `-c name=value` as text and cdk.json's own values as they are: both are taken. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/**
 * What a deployment may set: `npx cdk deploy -c removalProtection=false -c alarmEmail=desk@example.org`, or under
 * "context" in cdk.json. Each has a default; an unknown name or a value out of its range stops the synthesis.
 */
const settings = z.object({
  /**
   * Name of the CloudFormation stack, and the beginning of the inbox bucket's name, which S3 limits to 63 lower-case
   * characters: 29 remain for this one. A second environment is a second stack: `-c stackName=news-ingest-staging`.
   * Default: "news-ingest".
   */
  stackName: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,27}[a-z0-9]$/, 'takes 2 to 29 of a-z, 0-9 and "-", beginning with a letter')
    .default('news-ingest'),

  /**
   * true: table, inbox and access logs outlive the stack, which itself refuses to be deleted until its protection is taken off.
   * false, for a trial: `cdk destroy` empties and deletes all of them, every version of every article. Default: true.
   */
  removalProtection: flag.default(true),

  /**
   * true: DynamoDB refuses everybody who would delete the table. Set it once the first deployment stands: a first one that fails
   * could not be rolled back with it. Default: false.
   */
  tableDeletionProtection: flag.default(false),

  /**
   * true: the template holds the inbox, its access logs and the table alone, as `cdk import` needs to adopt what an earlier stack
   * has left or what was restored (docs/operations.md). Default: false.
   */
  stateOnly: flag.default(false),

  /**
   * true: articles, messages and rows are encrypted with a KMS key of this stack, about a dollar a month and its requests;
   * who drops articles then needs `kms:GenerateDataKey` on it, who reads the table `kms:Decrypt`. false: with keys that AWS
   * keeps, at no cost. Default: false.
   */
  customerKey: flag.default(false),

  /** Days for which replaced and removed articles can be restored from the inbox, 1 to 3650. Default: 30. */
  oldVersionDays: whole(1, 3650).default(30),

  /** Days for which logs of functions and of access to the inbox are kept; one of CloudWatch's periods. Default: 30. */
  logRetentionDays: z.coerce.number().pipe(z.enum(RetentionDays)).default(RetentionDays.ONE_MONTH),

  /**
   * Most `split` functions at once, 2 (the least that SQS takes) to 1000. Default: 2: with `extract` it leaves three of the ten
   * that a new account has to questions and to others; `npm run preflight` tells what an account takes.
   */
  splitConcurrency: whole(2, 1000).default(2),

  /** Most `extract` functions at once, 2 to 1000. Default: 5, which is some ten articles a second. */
  extractConcurrency: whole(2, 1000).default(5),

  /**
   * Buckets whose files `news-ingest backfill` may read, by name and with commas between them; one of another account must let
   * the roles of this stack in by its own policy. Default: none, and the inbox alone can be read again.
   */
  archiveBuckets: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .pipe(
      z.array(
        z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'takes names of buckets, with commas between them'),
      ),
    )
    .default([]),

  /**
   * Files of an archive that are read at once, 1 to 1000, beside whatever the live articles take. Default: 10 where the table is
   * on demand; where it is provisioned what half of `tableMostUnits` can write, so that the other half is left to live articles.
   */
  bulkConcurrency: whole(1, 1000).optional(),

  /**
   * true: subscribers are told of articles of archives, and of what is read again in bulk, as they are of live ones. false: bulk
   * work is quiet. Default: true.
   */
  bulkEvents: flag.default(true),

  /** Memory of `split` in MB, 128 to 10240; the CPU share grows with it. Default: 1024, for the files of a batch. */
  splitMemory: whole(128, 10_240).default(1024),

  /** Memory of `extract` in MB, 512 to 10240. Default: 1769, where Lambda gives one full virtual CPU, all the model uses. */
  extractMemory: whole(512, 10_240).default(1769),

  /**
   * Statements whose confidence is below it are not written, 0 to 1: they cost write units, and trust. On our own articles
   * few are below, and of those above 0.7 nineteen of twenty are right (docs/statements.md). Default: 0.3.
   */
  minimumConfidence: z.coerce.number().min(0).max(1).default(0.3),

  /** Memory of the function that answers the HTTP API in MB, 128 to 10240. Default: 512: it waits for DynamoDB. */
  apiMemory: whole(128, 10_240).default(512),

  /** Requests a second that the HTTP API answers, 1 to 10000; more are told to wait. Default: 50. */
  apiRequestsPerSecond: whole(1, 10_000).default(50),

  /**
   * onDemand: each unit written or read is paid, and any burst is taken. provisioned: units a second are kept ready for the
   * table and each of its two indexes, and scale with their use; some 40 % of the price for a stream that goes on through the
   * day. A burst then waits in the queues for the minutes that scaling takes, and the functions that wait are paid. A table can
   * be changed from one to the other. Default: onDemand.
   */
  tableCapacity: z.enum(['onDemand', 'provisioned']).default('onDemand'),

  /**
   * Provisioned: least units a second, 1 to 40000, of reads and of writes, of the table and of each index; what a quiet hour
   * needs. An article takes some hundred of the table's writes and half as many of an index's. Five, all told, cost some nine
   * dollars a month. Default: 5.
   */
  tableLeastUnits: whole(1, 40_000).default(5),

  /** Provisioned: most of the same units, 1 to 40000. Default: 1000, which is some ten articles a second. */
  tableMostUnits: whole(1, 40_000).default(1000),

  /** Address that alarms are mailed to, once its owner has confirmed. Default: none, alarms are seen in CloudWatch only. */
  alarmEmail: z.email().optional(),

  /** ARN of an SNS topic of yours that alarms are sent to, instead of one that the stack makes. Default: none. */
  alarmTopicArn: z
    .string()
    .regex(/^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]+$/, 'is the ARN of an SNS topic')
    .optional(),

  /** true: X-Ray traces follow an article from its event to READY, and each question. Default: false. */
  tracing: flag.default(false),

  /**
   * true: a new version of a function takes a tenth of the work for five minutes before it takes all, and goes back by itself
   * where its errors raise an alarm (CodeDeploy). Default: false.
   */
  gradualDeployment: flag.default(false),

  /** Hours after which dead letters are sent back by themselves, 1 to 168; 0: by the operator's command alone. Default: 0. */
  redriveHours: whole(0, 168).default(0),

  /**
   * Who but S3 may send to the queue of arrivals (`news-ingest redrive`, `reconcile`): ARNs of roles, apart by commas, "*" as a
   * wildcard. Default: everybody in the account who has the right to send to it.
   */
  operators: z
    .string()
    .regex(/^arn:[^,\s]+(,arn:[^,\s]+)*$/, 'takes ARNs, apart by commas')
    .transform((text) => text.split(','))
    .optional(),

  /** Tags on everything, for the bill: "costCentre=news,owner=desk". Default: none but the stack's own. */
  tags: z
    .string()
    .regex(/^[^=,]+=[^=,]*(,[^=,]+=[^=,]*)*$/, 'takes name=value, apart by commas')
    .transform((text) => Object.fromEntries(text.split(',').map((tag) => tag.split('=') as [string, string])))
    .default({}),

  /** US dollars a month: at 80 % spent, and at 100 % foreseen, `alarmEmail` is told. Default: 0, no budget. */
  monthlyBudget: whole(0, 1_000_000).default(0),
});

export type Settings = z.infer<typeof settings>;

/** A name that does not exist is a mistake, and so is a least above its most. */
const checked = settings
  .strict()
  .refine(({ tableLeastUnits, tableMostUnits }) => tableLeastUnits <= tableMostUnits, {
    path: ['tableLeastUnits'],
    message: 'is above tableMostUnits',
  })
  .refine(({ monthlyBudget, alarmEmail }) => monthlyBudget === 0 || alarmEmail !== undefined, {
    path: ['monthlyBudget'],
    message: 'needs an alarmEmail to tell',
  });

/** Names of the CDK's own context have a mark in them; a plain word is meant for us. */
const PLAIN_WORD = /^[A-Za-z]+$/;

/** @throws Error that names each wrong setting, what it takes, and where it is described. */
export function readSettings(node: Node): Settings {
  const given = Object.fromEntries(
    Object.entries(node.getAllContext() as Record<string, unknown>).filter(([name]) => PLAIN_WORD.test(name)),
  );
  const read = checked.safeParse(given);
  if (read.success) return read.data;

  const problems = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'context'}: ${issue.message}`);
  throw new Error(
    [
      'Settings (-c name=value, or "context" in cdk.json) are wrong:',
      ...problems,
      'Each is described in infra/settings.ts.',
    ].join('\n'),
  );
}
