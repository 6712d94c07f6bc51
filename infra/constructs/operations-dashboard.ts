import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, Stats, TextWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { METRICS } from '../../shared/lambda/metric-names.ts';
import type { Alarms } from './alarms.ts';
import type { NodeFunction } from './node-function.ts';
import { counted, percentage } from './metrics.ts';
import type { WorkQueue } from './work-queue.ts';

const PERIOD = Duration.minutes(5);

/** The widgets of a row share CloudWatch's 24 columns. */
const COLUMNS = 24;

interface OperationsDashboardProps {
  readonly alarms: Alarms;
  /** Queue and function, in the order of the flow. */
  readonly stages: readonly (readonly [WorkQueue, NodeFunction])[];
  readonly table: Table;
  /** The function that answers questions. */
  readonly answer: NodeFunction;
}

/** Read from top to bottom: is anything wrong, what came out, each stage as an article passes it, the table, the answers. */
export class OperationsDashboard extends Construct {
  readonly #dashboard: Dashboard;

  constructor(scope: Construct, id: string, { alarms, stages, table, answer }: OperationsDashboardProps) {
    super(scope, id);
    this.#dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(12) });
    this.#dashboard.addWidgets(
      new AlarmStatusWidget({ title: 'Alarms', alarms: alarms.all, width: COLUMNS, height: 4 }),
    );
    this.#articles();
    for (const [queue, lambda] of stages) this.#stage(queue, lambda);
    this.#table(table);
    this.#row('Questions → Answer', invocations(answer));
  }

  #articles(): void {
    const count = (name: keyof typeof METRICS) => counted(this, METRICS[name], PERIOD);
    const rejected = percentage('rejected files', count('rejected'), [count('split'), count('rejected')], 1);
    const unknown = percentage('unknown speakers', count('unknownSpeakers'), [count('quotations')], 1);
    this.#row('Articles', {
      'In and out': [count('split'), count('ready'), count('rejected'), count('withdrawn'), count('superseded')],
      'Found in them': [count('entities'), count('quotations')],
      'Shares, %': [rejected, unknown],
    });
  }

  #stage({ node, messages, deadLetters }: WorkQueue, stage: NodeFunction): void {
    this.#row(`${node.id} → ${stage.node.id}`, {
      'Messages waiting, being handled, dead': [
        messages.metricApproximateNumberOfMessagesVisible({ period: PERIOD }),
        messages.metricApproximateNumberOfMessagesNotVisible({ period: PERIOD }),
        deadLetters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, label: 'dead letters' }),
      ],
      'Oldest message, s': [messages.metricApproximateAgeOfOldestMessage({ period: PERIOD })],
      ...invocations(stage),
    });
  }

  #table(table: Table): void {
    this.#row('Table', {
      Units: [
        table.metricConsumedWriteCapacityUnits({ period: PERIOD, statistic: Stats.SUM }),
        table.metricConsumedReadCapacityUnits({ period: PERIOD, statistic: Stats.SUM }),
      ],
      'Throttled requests': [
        table.metricThrottledRequestsForOperations({
          operations: [
            Operation.PUT_ITEM,
            Operation.UPDATE_ITEM,
            Operation.DELETE_ITEM,
            Operation.GET_ITEM,
            Operation.QUERY,
          ],
          period: PERIOD,
        }),
      ],
    });
  }

  #row(heading: string, graphs: Record<string, IMetric[]>): void {
    const entries = Object.entries(graphs);
    this.#dashboard.addWidgets(new TextWidget({ markdown: `## ${heading}`, width: COLUMNS, height: 1 }));
    this.#dashboard.addWidgets(
      ...entries.map(([title, left]) => new GraphWidget({ title, left, width: COLUMNS / entries.length, height: 6 })),
    );
  }
}

const invocations = ({ lambda }: NodeFunction) => ({
  Invocations: [
    lambda.metricInvocations({ period: PERIOD }),
    lambda.metricErrors({ period: PERIOD }),
    lambda.metricThrottles({ period: PERIOD }),
  ],
  'Duration, ms': ['p50', 'p99'].map((statistic) =>
    lambda.metricDuration({ period: PERIOD, statistic, label: statistic }),
  ),
});
