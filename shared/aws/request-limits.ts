/**
 * For every client of AWS: a call that hangs is given up, tried again by the SDK twice, and then by the queue. The SDK itself
 * waits without end, and with `requestTimeout` alone only warns when that time is over.
 */
export const REQUEST_LIMITS = {
  connectionTimeout: 2_000,
  /** DynamoDB and SQS answer in milliseconds, S3 begins a file of a megabyte in a fraction of a second. */
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
} as const;
