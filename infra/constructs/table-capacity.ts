import { BillingMode, type CfnTable, type EnableScalingProps, type Table } from 'aws-cdk-lib/aws-dynamodb';

/** What a table is paid by: its requests, or units a second that are kept ready, between a least and a most. */
export type Capacity = 'onDemand' | Required<EnableScalingProps>;

/**
 * Room for a minute of more than usual while AWS scales. A unit that is kept ready costs 29 % of one on demand; at this use,
 * 41 % of it: `npm run measure -- costs` shows the arithmetic.
 */
const TARGET_UTILIZATION = { targetUtilizationPercent: 70 };

/** How the table and, the same, each of its indexes begins. */
export const billing = (capacity: Capacity) =>
  capacity === 'onDemand'
    ? { billingMode: BillingMode.PAY_PER_REQUEST }
    : { billingMode: BillingMode.PROVISIONED, ...initialUnits(capacity) };

export const initialUnits = (capacity: Capacity) =>
  capacity === 'onDemand' ? {} : { readCapacity: capacity.minCapacity, writeCapacity: capacity.minCapacity };

/** On demand a table takes what comes: ten files at once are some thirty articles a second. */
const BULK_ON_DEMAND = 10;

/** Write units a second of one worker of the bulk lane: 202 units in 0.28 seconds, `npm run measure -- costs`. */
const UNITS_A_WORKER = 720;

/** Workers of the bulk lane that leave live articles half of the units that a provisioned table may have. */
export const bulkShare = (capacity: Capacity): number =>
  capacity === 'onDemand' ? BULK_ON_DEMAND : Math.max(1, Math.floor(capacity.maxCapacity / 2 / UNITS_A_WORKER));

/** Lets the units of the table, and of each index by itself, follow their use; an index that lags would hold the table up. */
export function scaleWithUse(table: Table, indexes: readonly string[], capacity: Capacity): void {
  if (capacity === 'onDemand') return;
  // Left out it means the same, but a change from one to the other would not be seen.
  (table.node.defaultChild as CfnTable).billingMode = BillingMode.PROVISIONED;
  const targets = [
    table.autoScaleReadCapacity(capacity),
    table.autoScaleWriteCapacity(capacity),
    ...indexes.flatMap((index) => [
      table.autoScaleGlobalSecondaryIndexReadCapacity(index, capacity),
      table.autoScaleGlobalSecondaryIndexWriteCapacity(index, capacity),
    ]),
  ];
  for (const target of targets) target.scaleOnUtilization(TARGET_UTILIZATION);
}
