import { Duration, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { METRICS } from '../../shared/lambda/metric-names.ts';

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
  // In an expression a metric goes by an id, which begins with a small letter.
  const id = ({ metricName }: Metric) => metricName.charAt(0).toLowerCase() + metricName.slice(1);
  const sum = whole.map((metric) => `FILL(${id(metric)}, 0)`).join(' + ');
  return new MathExpression({
    label,
    expression: `IF(${sum} >= ${least}, 100 * FILL(${id(part)}, 0) / (${sum}), 0)`,
    usingMetrics: Object.fromEntries([part, ...whole].map((metric) => [id(metric), metric])),
    period: part.period,
  });
};
