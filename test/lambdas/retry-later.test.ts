import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, test } from '@jest/globals';
import type { SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { delaySeconds, openRetryLater } from '../../shared/lambda/retry-later.ts';

test('the first retry comes within ten seconds, later ones after at most five minutes, all of them within half an hour', () => {
  const longest = Array.from({ length: 9 }, (_, index) => delaySeconds(index + 1, 1));
  expect(longest.slice(0, 6)).toEqual([10, 20, 40, 80, 160, 300]);
  expect(longest.reduce((sum, seconds) => sum + seconds)).toBeLessThan(30 * 60);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (receives, random) => {
      const seconds = delaySeconds(receives, random);
      expect(seconds).toBeGreaterThanOrEqual(5);
      expect(seconds).toBeLessThanOrEqual(300);
    }),
  );
});

test('what failed together does not come back together', () => {
  expect(new Set([0, 0.3, 0.6, 0.9].map((random) => delaySeconds(3, random))).size).toBe(4);
});

test('a queue hides what is put off for that time', async () => {
  const storage = await startS3AndSqs();
  const sqs = new SQSClient({
    endpoint: storage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'messages', Attributes: { VisibilityTimeout: '0' } }),
  );
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 1 }));
  const [{ ReceiptHandle }] = Messages as [{ ReceiptHandle: string }];
  const record = { receiptHandle: ReceiptHandle, attributes: { ApproximateReceiveCount: '1' } } as SQSRecord;
  await openRetryLater(QueueUrl!, sqs)([record], AbortSignal.timeout(1_000));
  await new Promise((later) => setTimeout(later, 1_500));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessagesNotVisible'] }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessagesNotVisible: '1' });
  sqs.destroy();
  await storage.stop();
});
