import { SQSClient } from '@aws-sdk/client-sqs';
import { Command } from '@commander-js/extra-typings';
import { connectTo, output as stackOutput } from '../connection.ts';
import { jsonOption, stackOption } from '../options.ts';
import { openOutput } from '../output.ts';
import { redrive } from '../redrive.ts';

const QUEUES = ['Arrivals', 'Extractions'];

export const redriveCommand = new Command('redrive')
  .description(
    'Send dead letters back to their queues, once what made them fail is mended. May be repeated at any time.',
  )
  .addOption(stackOption)
  .addOption(jsonOption)
  .action(async ({ stack, json }) => {
    const output = openOutput({ json });
    const { outputs } = await connectTo(stack);
    const sqs = new SQSClient({});
    for (const queue of QUEUES) {
      const from = stackOutput(outputs, `${queue}DeadLetterQueueUrl`);
      const to = stackOutput(outputs, `${queue}QueueUrl`);
      let messages = 0;
      for await (const sent of redrive(sqs, { from, to })) {
        messages += sent;
        output.note(`${queue}: ${messages} sent back`);
      }
      output.show({ queue, messages }, () => `${queue}: ${messages} messages sent back`);
    }
  });
