import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startS3AndSqs } from '../../infra/local/s3-and-sqs.ts';
import { redrive } from '../../shared/cli/redrive.ts';

let storage: Awaited<ReturnType<typeof startS3AndSqs>>;
let sqs: SQSClient;
beforeAll(async () => {
  storage = await startS3AndSqs();
  sqs = new SQSClient({
    endpoint: storage.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  sqs.destroy();
  await storage.stop();
});

const createQueue = async (QueueName: string) => (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl!;

async function drain(QueueUrl: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return bodies.sort();
    bodies.push(...Messages.map(({ Body }) => Body!));
  }
}

test('every dead letter is back in its queue, word for word, and none is left', async () => {
  const [from, to] = [await createQueue('dead'), await createQueue('live')];
  const bodies = Array.from({ length: 23 }, (_, number) => JSON.stringify({ key: `“${number}” & <b>` })).sort();
  for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody }));
  let moved = 0;
  for await (const sent of redrive(sqs, { from, to })) moved += sent;
  expect(moved).toBe(23);
  expect(await drain(to)).toEqual(bodies);
  expect(await drain(from)).toEqual([]);
});

test('an interruption leaves what has not been sent', async () => {
  const [from, to] = [await createQueue('dead-too'), await createQueue('live-too')];
  for (let number = 0; number < 15; number++) {
    await sqs.send(new SendMessageCommand({ QueueUrl: from, MessageBody: String(number) }));
  }
  for await (const sent of redrive(sqs, { from, to })) {
    expect(sent).toBe(10);
    break;
  }
  expect((await drain(to)).length + (await drain(from)).length).toBe(15);
});
