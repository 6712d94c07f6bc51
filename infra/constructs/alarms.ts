import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { METRICS } from '../../shared/lambda/metric-names.ts';
import type { Settings } from '../settings.ts';
import type { Backfill } from './backfill.ts';
import type { NodeFunction } from './node-function.ts';
import type { QueryApi } from './query-api.ts';
import { counted, percentage, silence, timed, unfinished } from './metrics.ts';
import type { WorkQueue } from './work-queue.ts';

const FIVE_MINUTES = Duration.minutes(5);
const MINUTE = Duration.minutes(1);
const HOUR = Duration.hours(1);

/** The consumer is down or far too slow: a retried message is among the dead letters by then. */
const OLDEST_MESSAGE = Duration.hours(1);

/** Of the fourteen days that dead letters are kept, half are left to an operator who has not looked yet. */
const OLDEST_DEAD_LETTER = Duration.days(7);

/** A refusal that passes fails a message or two; five within a minute are a cause. */
const FAILED_MESSAGES = 5;

/** From the event to READY an article takes seconds; half of them more than two minutes is a backlog. */
const MEDIAN_TO_READY = Duration.minutes(2);
const LAST_PERCENT_TO_READY = Duration.minutes(15);

/** Of what was split in an hour, a tenth is not done; fewer may be on their way. */
const UNFINISHED_PERCENT = 10;
const UNFINISHED_LEAST_ARTICLES = 20;

/** Of its time-out: what takes so long is cut off when it takes a little longer. */
const NEAR_TIME_OUT = 0.8;

/** Callers that are told to wait: some are normal where a bound is set. */
const THROTTLED_REQUESTS = 50;

/** More than one file in ten is no article: something writes to the inbox that should not, or a feed has changed. */
const REJECTED_PERCENT = 10;
const REJECTED_LEAST_FILES = 20;

/** News leaves the speaker of some quotations open; where it is most of them, model and texts do not fit. */
const UNKNOWN_SPEAKERS_PERCENT = 60;
const UNKNOWN_SPEAKERS_LEAST_QUOTATIONS = 100;

/** urgent: news is not processed, or will be lost. routine: to be looked at on a working day. */
type Severity = 'urgent' | 'routine';

/** What a person must look at; each alarm's name is its chapter in docs/operations.md. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: ITopic | undefined;

  /** Alarms are sent to the topic that is given, or mailed to the address by one of their own. */
  constructor(
    scope: Construct,
    id: string,
    { alarmTopicArn, alarmEmail }: Pick<Settings, 'alarmTopicArn' | 'alarmEmail'>,
  ) {
    super(scope, id);
    if (alarmTopicArn) this.#topic = Topic.fromTopicArn(this, 'GivenTopic', alarmTopicArn);
    else if (alarmEmail) this.#topic = mailingTopic(this, alarmEmail);
  }

  /** A message failed too often, or has waited too long. */
  watchQueue({ node: { id }, messages, deadLetters }: WorkQueue): void {
    this.#add(
      'urgent',
      `${id} dead letters`,
      deadLetters.metricApproximateNumberOfMessagesVisible({ period: MINUTE }),
      1,
    );
    this.#add(
      'urgent',
      `${id} dead letters about to expire`,
      deadLetters.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      OLDEST_DEAD_LETTER.toSeconds(),
    );
    const oldest = messages.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES });
    this.#add('urgent', `${id} oldest message`, oldest, OLDEST_MESSAGE.toSeconds());
  }

  /** Invocations fail or are held back, again and again: a single one is retried. Or they take nearly all of their time. */
  watchFunction({ node: { id }, lambda, timeout, deployment }: NodeFunction): void {
    const errors = this.#add('urgent', `${id} errors`, lambda.metricErrors({ period: FIVE_MINUTES }), 1, 3);
    deployment?.addAlarm(errors);
    this.#add('urgent', `${id} throttles`, lambda.metricThrottles({ period: FIVE_MINUTES }), 1, 3);
    this.#add(
      'routine',
      `${id} near its time-out`,
      lambda.metricDuration({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
      timeout.toMilliseconds() * NEAR_TIME_OUT,
    );
  }

  /** The table or an index refuses more than passes by itself. */
  watchTable({ tableName }: Table, indexes: readonly string[]): void {
    const throttles = ['ReadThrottleEvents', 'WriteThrottleEvents'].flatMap((metricName) =>
      [undefined, ...indexes].map((index) => {
        const ofIndex = index !== undefined && { GlobalSecondaryIndexName: index };
        return awsCount('AWS/DynamoDB', metricName, { TableName: tableName, ...ofIndex });
      }),
    );
    const all = sumOf('throttles', throttles);
    this.#add('urgent', 'Table throttles', all, 1, 3);
  }

  /** A run over an archive has ended with more failed files than it tolerates, or did not end. */
  watchBackfill({ stateMachineArn }: Backfill): void {
    const ended = ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map((metricName) =>
      awsCount('AWS/States', metricName, { StateMachineArn: stateMachineArn }),
    );
    const all = sumOf('failed', ended);
    this.#add('routine', 'Backfill failed', all, 1);
  }

  /** Callers see errors, or are told to wait. */
  watchApi({ api, accessLogs }: QueryApi): void {
    this.#add('urgent', 'Api server errors', api.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }), 5);
    const throttled = new MetricFilter(this, 'ApiThrottledFilter', {
      logGroup: accessLogs,
      metricNamespace: Stack.of(this).stackName,
      metricName: 'ApiThrottled',
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
    });
    this.#add(
      'routine',
      'Api throttles',
      throttled.metric({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      THROTTLED_REQUESTS,
    );
  }

  /** What goes through is not what it should be. */
  watchArticles(arrivals: WorkQueue): void {
    this.#add('urgent', 'Failed messages', counted(this, METRICS.failed, MINUTE), FAILED_MESSAGES, 3);
    this.#add('routine', 'Median time to READY', timed(this, 'p50', FIVE_MINUTES), MEDIAN_TO_READY.toMilliseconds(), 2);
    this.#add(
      'routine',
      'Longest time to READY',
      timed(this, 'p99', FIVE_MINUTES),
      LAST_PERCENT_TO_READY.toMilliseconds(),
      2,
    );
    this.#add('urgent', 'Silence while events come', silence(this, arrivals), 1, 3);
    const split = counted(this, METRICS.split, HOUR);
    this.#add(
      'routine',
      'Articles long PENDING',
      unfinished('not READY, %', split, counted(this, METRICS.ready, HOUR), UNFINISHED_LEAST_ARTICLES),
      UNFINISHED_PERCENT,
      2,
    );
    const rejected = counted(this, METRICS.rejected, HOUR);
    this.#add(
      'routine',
      'Rejected share',
      percentage('rejected, %', rejected, [counted(this, METRICS.split, HOUR), rejected], REJECTED_LEAST_FILES),
      REJECTED_PERCENT,
    );
    this.#add(
      'routine',
      'Unknown speakers share',
      percentage(
        'unknown speakers, %',
        counted(this, METRICS.unknownSpeakers, HOUR),
        [counted(this, METRICS.quotations, HOUR)],
        UNKNOWN_SPEAKERS_LEAST_QUOTATIONS,
      ),
      UNKNOWN_SPEAKERS_PERCENT,
    );
  }

  #add(severity: Severity, name: string, metric: IMetric | MathExpression, threshold: number, periods = 1): Alarm {
    const alarm = new Alarm(this, name.replaceAll(' ', ''), {
      alarmDescription: `${name}: ${severity}; see this chapter of docs/operations.md`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
    return alarm;
  }
}

/** How often an AWS service counted something within five minutes. */
const awsCount = (namespace: string, metricName: string, dimensionsMap: Record<string, string>): IMetric =>
  new Metric({ namespace, metricName, dimensionsMap, statistic: Stats.SUM, period: FIVE_MINUTES });

/** A metric without data counts as zero. */
function sumOf(label: string, metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, place) => [`m${place}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ');
  return new MathExpression({ label, expression, usingMetrics, period: FIVE_MINUTES });
}

function mailingTopic(scope: Construct, email: string): Topic {
  const topic = new Topic(scope, 'Topic', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(email));
  // A topic with a policy of its own takes nothing from CloudWatch unless it says so.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
}
