import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { METRICS } from '../../shared/lambda/metric-names.ts';
import { readable } from './read-policies.ts';
import { synthesised } from './synthesise.ts';

const { resources } = await synthesised();

interface Alarm {
  AlarmDescription: string;
  MetricName?: string;
  Dimensions?: { Value: unknown }[];
  Metrics?: { Expression?: string; MetricStat?: { Metric: { MetricName: string; Namespace: string } } }[];
  Threshold: number;
  EvaluationPeriods: number;
  TreatMissingData: string;
  AlarmActions?: unknown;
}

const alarms = Object.values(resources)
  .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
  .map(({ Properties }) => Properties as unknown as Alarm);

const nameOf = ({ AlarmDescription }: Alarm) => AlarmDescription.split(':')[0]!;

test('what is watched, from which threshold, for how many periods', () => {
  const watched = alarms.map((alarm) => [
    alarm.AlarmDescription.split(';')[0],
    alarm.MetricName ?? alarm.Metrics!.flatMap(({ MetricStat }) => MetricStat?.Metric.MetricName ?? []).join(),
    alarm.Dimensions?.map(({ Value }) => readable(Value)).join(),
    alarm.Threshold,
    alarm.EvaluationPeriods,
  ]);
  expect(watched).toEqual([
    ['Arrivals dead letters: urgent', 'ApproximateNumberOfMessagesVisible', 'ArrivalsDeadLetters', 1, 1],
    [
      'Arrivals dead letters about to expire: urgent',
      'ApproximateAgeOfOldestMessage',
      'ArrivalsDeadLetters',
      604800,
      1,
    ],
    ['Arrivals oldest message: urgent', 'ApproximateAgeOfOldestMessage', 'ArrivalsMessages', 3600, 1],
    ['Split errors: urgent', 'Errors', 'SplitLambda', 1, 3],
    ['Split throttles: urgent', 'Throttles', 'SplitLambda', 1, 3],
    ['Split near its time-out: routine', 'Duration', 'SplitLambda', 144000, 1],
    ['Extractions dead letters: urgent', 'ApproximateNumberOfMessagesVisible', 'ExtractionsDeadLetters', 1, 1],
    [
      'Extractions dead letters about to expire: urgent',
      'ApproximateAgeOfOldestMessage',
      'ExtractionsDeadLetters',
      604800,
      1,
    ],
    ['Extractions oldest message: urgent', 'ApproximateAgeOfOldestMessage', 'ExtractionsMessages', 3600, 1],
    ['Extract errors: urgent', 'Errors', 'ExtractLambda', 1, 3],
    ['Extract throttles: urgent', 'Throttles', 'ExtractLambda', 1, 3],
    ['Extract near its time-out: routine', 'Duration', 'ExtractLambda', 192000, 1],
    ['Answer errors: urgent', 'Errors', 'AnswerLambda', 1, 3],
    ['Answer throttles: urgent', 'Throttles', 'AnswerLambda', 1, 3],
    ['Answer near its time-out: routine', 'Duration', 'AnswerLambda', 8000, 1],
    ['Failed messages: urgent', 'MessagesFailed', 'news-ingest', 5, 3],
    ['Median time to READY: routine', 'TimeToReady', 'news-ingest', 120000, 2],
    ['Longest time to READY: routine', 'TimeToReady', 'news-ingest', 900000, 2],
    [
      'Silence while events come: urgent',
      'NumberOfMessagesSent,ArticlesSplit,ArticlesRejected,ArticlesWithdrawn,Superseded',
      undefined,
      1,
      3,
    ],
    ['Articles long PENDING: routine', 'ArticlesSplit,ArticlesReady', undefined, 10, 2],
    ['Rejected share: routine', 'ArticlesRejected,ArticlesSplit', undefined, 10, 1],
    ['Unknown speakers share: routine', 'UnknownSpeakers,Quotations', undefined, 60, 1],
    [
      'Table throttles: urgent',
      'ReadThrottleEvents,ReadThrottleEvents,ReadThrottleEvents,WriteThrottleEvents,WriteThrottleEvents,WriteThrottleEvents',
      undefined,
      1,
      3,
    ],
    ['Api server errors: urgent', '5xx', 'QuestionsApi', 5, 1],
    ['Api throttles: routine', 'ApiThrottled', undefined, 50, 1],
    ['Backfill failed: routine', 'ExecutionsFailed,ExecutionsTimedOut,ExecutionsAborted', undefined, 1, 1],
  ]);
});

test('silence is no alarm, and none is mailed where no address is given', () => {
  for (const alarm of alarms) {
    expect(alarm.TreatMissingData).toBe('notBreaching');
    expect(alarm.AlarmActions).toBeUndefined();
  }
});

test('each alarm has its chapter in docs/operations.md, with what it means and what to do', () => {
  const chapters = readFileSync('docs/operations.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((chapter) => chapter.split('\n')[0]);
  expect(chapters.sort()).toEqual(alarms.map(nameOf).sort());
});

test('shares are of what the functions count, under the name that they count it by', () => {
  const namespaces = alarms
    .flatMap(({ Metrics = [] }) => Metrics)
    .flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []));
  const own = namespaces.filter(({ Namespace }) => !Namespace.startsWith('AWS/'));
  expect(own.length).toBeGreaterThan(4);
  const names: readonly string[] = Object.values(METRICS);
  const functions = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  for (const { MetricName, Namespace } of own) {
    expect(names).toContain(MetricName);
    for (const { Properties } of functions) {
      expect(Properties['Environment']).toMatchObject({ Variables: { POWERTOOLS_METRICS_NAMESPACE: Namespace } });
    }
  }
});

test('the dashboard reads from alarms through the stages of the flow to the table', () => {
  const { Properties } = Object.values(resources).find(({ Type }) => Type === 'AWS::CloudWatch::Dashboard')!;
  const body = (Properties['DashboardBody'] as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1]
    .map((part) => (typeof part === 'string' ? part : 'x'))
    .join('');
  const { widgets } = JSON.parse(body) as { widgets: { type: string; properties: { markdown?: string } }[] };
  expect(widgets[0]!.type).toBe('alarm');
  expect(widgets.flatMap(({ properties }) => properties.markdown ?? [])).toEqual([
    '## Articles',
    '## Arrivals → Split',
    '## Extractions → Extract',
    '## Table',
    '## Questions → Answer',
  ]);
});
