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
    nameOf(alarm),
    alarm.MetricName ?? alarm.Metrics!.flatMap(({ MetricStat }) => MetricStat?.Metric.MetricName ?? []).join(),
    alarm.Dimensions?.map(({ Value }) => readable(Value)).join(),
    alarm.Threshold,
    alarm.EvaluationPeriods,
  ]);
  expect(watched).toEqual([
    ['Arrivals dead letters', 'ApproximateNumberOfMessagesVisible', 'ArrivalsDeadLetters', 1, 1],
    ['Arrivals oldest message', 'ApproximateAgeOfOldestMessage', 'ArrivalsMessages', 3600, 1],
    ['Split errors', 'Errors', 'SplitLambda', 1, 3],
    ['Split throttles', 'Throttles', 'SplitLambda', 1, 3],
    ['Extractions dead letters', 'ApproximateNumberOfMessagesVisible', 'ExtractionsDeadLetters', 1, 1],
    ['Extractions oldest message', 'ApproximateAgeOfOldestMessage', 'ExtractionsMessages', 3600, 1],
    ['Extract errors', 'Errors', 'ExtractLambda', 1, 3],
    ['Extract throttles', 'Throttles', 'ExtractLambda', 1, 3],
    ['Answer errors', 'Errors', 'AnswerLambda', 1, 3],
    ['Answer throttles', 'Throttles', 'AnswerLambda', 1, 3],
    ['Rejected share', 'ArticlesRejected,ArticlesSplit', undefined, 10, 1],
    ['Unknown speakers share', 'UnknownSpeakers,Quotations', undefined, 60, 1],
  ]);
});

test('silence is no alarm, and none is mailed where no address is given', () => {
  for (const alarm of alarms) {
    expect(alarm.TreatMissingData).toBe('notBreaching');
    expect(alarm.AlarmActions).toBeUndefined();
  }
});

test('each alarm has its chapter in the runbook, with what it means and what to do', () => {
  const chapters = readFileSync('infra/RUNBOOK.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((chapter) => chapter.split('\n')[0]);
  expect(chapters.sort()).toEqual(alarms.map(nameOf).sort());
});

test('shares are of what the functions count, under the name that they count it by', () => {
  const namespaces = alarms
    .flatMap(({ Metrics = [] }) => Metrics)
    .flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : []));
  expect(namespaces).toHaveLength(4);
  const names: readonly string[] = Object.values(METRICS);
  const functions = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  for (const { MetricName, Namespace } of namespaces) {
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
