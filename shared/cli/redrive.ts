import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

interface Queues {
  /** URL of the dead-letter queue, and of the queue that its messages come from. */
  readonly from: string;
  readonly to: string;
}

/** SQS takes and gives ten messages a call. */
const BATCH = 10;

/** Long enough to send a batch and delete it; a message that was not deleted shows up again after it. */
const VISIBILITY_SECONDS = 60;

/** SQS looks at a part of its servers only; a wait of some seconds makes it look at all of them. */
const WAIT_SECONDS = 2;

/**
 * Sends dead letters back to where they came from, and yields how many, batch after batch, until none is left. Each is
 * deleted after it has been sent: an interruption leaves it, or repeats it, which changes nothing; to go on, begin again.
 * The functions' concurrency bounds how fast they are worked on.
 * @throws Error where SQS does not take a message.
 */
export async function* redrive(sqs: SQSClient, { from, to }: Queues): AsyncGenerator<number> {
  for (;;) {
    const batch = await receive(sqs, from);
    if (batch.length === 0) return;
    yield await sendBack(sqs, batch, { from, to });
  }
}

async function receive(sqs: SQSClient, QueueUrl: string): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: VISIBILITY_SECONDS,
      WaitTimeSeconds: WAIT_SECONDS,
    }),
  );
  return Messages;
}

async function sendBack(sqs: SQSClient, batch: readonly Message[], { from, to }: Queues): Promise<number> {
  const sent = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: to,
      Entries: batch.map(({ Body }, index) => ({ Id: String(index), MessageBody: Body! })),
    }),
  );
  const taken = (sent.Successful ?? []).map(({ Id }) => batch[Number(Id)]!);
  if (taken.length > 0) {
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: from,
        Entries: taken.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle: ReceiptHandle! })),
      }),
    );
  }
  const [refused] = sent.Failed ?? [];
  if (refused) {
    throw new Error(
      `${sent.Failed!.length} messages were not taken by ${to} (${refused.Code ?? ''}: ${refused.Message ?? ''}); they are among ` +
        'the dead letters still: run the command again.',
    );
  }
  return taken.length;
}
