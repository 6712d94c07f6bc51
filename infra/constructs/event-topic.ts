import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FifoThroughputScope, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

interface EventTopicProps {
  /** The customer's key, where there is one; else messages are encrypted with a key of AWS. */
  readonly key: IKey | undefined;
}

/**
 * Where subscribers hear of READY, corrected, rejected and withdrawn articles: a FIFO topic, so that the events of an article
 * come in order, and 300 a second for each article instead of for all (docs/events.md).
 */
export class EventTopic extends Construct {
  readonly topic: Topic;
  readonly key: IKey | undefined;

  constructor(scope: Construct, id: string, { key }: EventTopicProps) {
    super(scope, id);
    this.key = key;
    this.topic = new Topic(this, 'Topic', {
      topicName: `${Stack.of(this).stackName}-events.fifo`,
      fifo: true,
      fifoThroughputScope: FifoThroughputScope.MESSAGE_GROUP,
      enforceSSL: true,
      ...(key && { masterKey: key }),
    });
  }
}
