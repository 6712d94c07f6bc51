/** Dollars in us-east-1 (N. Virginia), as AWS listed them in November 2026; free tiers and taxes are left out. */

const MILLION = 1_000_000;
const SECONDS_AN_HOUR = 3_600;

/** https://aws.amazon.com/dynamodb/pricing/ A unit that is kept ready for an hour serves 3,600 times what it is used. */
export const DYNAMODB = {
  writeUnit: 0.625 / MILLION,
  readUnit: 0.125 / MILLION,
  writeUnitHour: 0.00065,
  readUnitHour: 0.00013,
  storedGigabyteMonth: 0.25,
  /** Point-in-time recovery, of the table without its indexes. */
  restorableGigabyteMonth: 0.2,
};

/** What auto scaling aims at: infra/constructs/table-capacity.ts. */
export const UTILIZATION = 0.7;

/** A unit used, of those kept ready at that utilization. */
export const PROVISIONED = {
  writeUnit: DYNAMODB.writeUnitHour / SECONDS_AN_HOUR / UTILIZATION,
  readUnit: DYNAMODB.readUnitHour / SECONDS_AN_HOUR / UTILIZATION,
};

/** https://aws.amazon.com/lambda/pricing/ on arm64. */
export const LAMBDA = { gigabyteSecond: 0.0000133334, request: 0.2 / MILLION };

/** https://aws.amazon.com/sqs/pricing/ standard queues, a request of up to 64 KB with up to ten messages. */
export const SQS = { request: 0.4 / MILLION };

/** https://aws.amazon.com/s3/pricing/ S3 Standard. */
export const S3 = { put: 5 / MILLION, get: 0.4 / MILLION, storedGigabyteMonth: 0.023 };

/** https://aws.amazon.com/cloudwatch/pricing/ */
export const CLOUDWATCH = { loggedGigabyte: 0.5, alarmMonth: 0.1, dashboardMonth: 3, metricMonth: 0.3 };

/** https://aws.amazon.com/sns/pricing/ FIFO topics: each message, and what it holds, published and for each subscriber. All but the first unchecked. */
export const SNS = {
  published: 0.3 / MILLION,
  publishedGigabyte: 0.017,
  delivered: 0.01 / MILLION,
  deliveredGigabyte: 0.001,
};
