import { Duration, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRICS, TIME_TO_READY } from '../../shared/lambda/metric-names.ts';
import type { WorkQueue } from './work-queue.ts';

/** The service as Powertools names it in logs and metrics; the namespace of the metrics is the stack's name. */
export const SERVICE = 'news-ingest';

/** What the functions count, summed over both. */
export const counted = (scope: Construct, metricName: (typeof METRICS)[keyof typeof METRICS], period: Duration) =>
  new Metric({
    namespace: Stack.of(scope).stackName,
    metricName,
    dimensionsMap: { service: SERVICE },
    statistic: Stats.SUM,
    period,
  });

/**
 * `part` of `whole`, 0..100, and 0 in a period with fewer than `least` of the whole: two bad files out of three tell
 * nothing.
 */
export const percentage = (label: string, part: Metric, whole: Metric[], least: number) => {
  const sum = whole.map((metric) => `FILL(${idOf(metric)}, 0)`).join(' + ');
  return new MathExpression({
    label,
    expression: `IF(${sum} >= ${least}, 100 * FILL(${idOf(part)}, 0) / (${sum}), 0)`,
    usingMetrics: byId([part, ...whole]),
    period: part.period,
  });
};

/** Milliseconds from the event of an article to its being READY; "p50" is the median. */
export const timed = (scope: Construct, statistic: string, period: Duration) =>
  new Metric({
    namespace: Stack.of(scope).stackName,
    metricName: TIME_TO_READY,
    dimensionsMap: { service: SERVICE },
    statistic,
    period,
  });

/** 1 where events came and nothing became of any, else 0. */
export const silence = (scope: Construct, { messages }: WorkQueue) => {
  const period = Duration.minutes(5);
  const done = [METRICS.split, METRICS.rejected, METRICS.withdrawn, METRICS.superseded].map((name) =>
    counted(scope, name, period),
  );
  const usingMetrics = { sent: messages.metricNumberOfMessagesSent({ period }), ...byId(done) };
  const sum = done.map((metric) => `FILL(${idOf(metric)}, 0)`).join(' + ');
  return new MathExpression({
    label: 'silence',
    expression: `IF(FILL(sent, 0) > 0 AND (${sum}) == 0, 1, 0)`,
    usingMetrics,
    period,
  });
};

/** Of what was split, 0..100, what has not become READY; 0 in a period with fewer than `least`. */
export const unfinished = (label: string, split: Metric, ready: Metric, least: number) =>
  new MathExpression({
    label,
    expression: `IF(FILL(split, 0) >= ${least}, 100 * (FILL(split, 0) - FILL(ready, 0)) / FILL(split, 1), 0)`,
    usingMetrics: { split, ready },
    period: split.period,
  });

/** In an expression a metric goes by an id, which begins with a small letter. */
const idOf = ({ metricName }: Metric) => metricName.charAt(0).toLowerCase() + metricName.slice(1);
const byId = (metrics: readonly Metric[]) => Object.fromEntries(metrics.map((metric) => [idOf(metric), metric]));
