import type { PublishCommand } from '@aws-sdk/client-sns';
import type { SendMessageCommand } from '@aws-sdk/client-sqs';
import { MemoryBucket } from './memory-bucket.ts';
import { MemoryTable } from './memory-table.ts';
import type { Services } from './services.ts';

/** An empty bucket and an empty table, in memory. */
export function memoryServices(bucket = new MemoryBucket(), table = new MemoryTable()): Services {
  const inTime = async <T>(act: () => T): Promise<T> => Promise.resolve(act());
  return {
    s3: (command) => inTime(() => bucket.answer(command)),
    dynamodb: (command) => inTime(() => table.answer(command)),
    sent: (command) => inTime(() => (command as SendMessageCommand).input.MessageBody!),
    told: (command) => inTime(() => (command as PublishCommand).input.Message!),
    put: (key, bytes, published) => inTime(() => bucket.put(key, bytes, published)),
    remove: (key) =>
      inTime(() => {
        bucket.remove(key);
      }),
    deleteVersion: (key, which) =>
      inTime(() => {
        bucket.deleteVersion(key, which);
      }),
    objects: () => inTime(() => bucket.objects()),
    catchUp: () => {
      table.catchUp();
    },
    rows: () => inTime(() => table.rows()),
  };
}
