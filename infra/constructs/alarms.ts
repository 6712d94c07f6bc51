import { Aws, Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  type IMetric,
  type MathExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { METRICS } from '../../shared/lambda/metric-names.ts';
import type { NodeFunction } from './node-function.ts';
import { counted, percentage } from './metrics.ts';
import type { WorkQueue } from './work-queue.ts';

const FIVE_MINUTES = Duration.minutes(5);
const HOUR = Duration.hours(1);

/** The consumer is down or far too slow: a retried message has had three tries by then. */
const OLDEST_MESSAGE = Duration.hours(1);

/** More than one file in ten is no article: something writes to the inbox that should not, or a feed has changed. */
const REJECTED_PERCENT = 10;
const REJECTED_LEAST_FILES = 20;

/** News leaves the speaker of some quotations open; where it is most of them, model and texts do not fit. */
const UNKNOWN_SPEAKERS_PERCENT = 60;
const UNKNOWN_SPEAKERS_LEAST_QUOTATIONS = 100;

/** What a person must look at; each alarm's name is its chapter in the runbook. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: Topic | undefined;

  /** Alarms are mailed to the address where one is given. */
  constructor(scope: Construct, id: string, email: string | undefined) {
    super(scope, id);
    if (email) this.#topic = mailingTopic(this, email);
  }

  /** A message failed too often, or has waited too long. */
  watchQueue({ node: { id }, messages, deadLetters }: WorkQueue): void {
    this.#add(`${id} dead letters`, deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }), 1);
    const oldest = messages.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES });
    this.#add(`${id} oldest message`, oldest, OLDEST_MESSAGE.toSeconds());
  }

  /** Invocations fail or are held back, again and again: a single one is retried. */
  watchFunction({ node: { id }, lambda }: NodeFunction): void {
    this.#add(`${id} errors`, lambda.metricErrors({ period: FIVE_MINUTES }), 1, 3);
    this.#add(`${id} throttles`, lambda.metricThrottles({ period: FIVE_MINUTES }), 1, 3);
  }

  /** What goes through is not what it should be. */
  watchArticles(): void {
    const rejected = counted(this, METRICS.rejected, HOUR);
    this.#add(
      'Rejected share',
      percentage('rejected, %', rejected, [counted(this, METRICS.split, HOUR), rejected], REJECTED_LEAST_FILES),
      REJECTED_PERCENT,
    );
    this.#add(
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

  #add(name: string, metric: IMetric | MathExpression, threshold: number, periods = 1): void {
    const alarm = new Alarm(this, name.replaceAll(' ', ''), {
      alarmDescription: `${name}: see this chapter of infra/RUNBOOK.md`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
    this.all.push(alarm);
  }
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
