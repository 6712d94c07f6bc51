import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ObjectWrite } from './object-writes.ts';
import { ACCOUNT, REGION, type Endpoints, type StackResource } from './stack.ts';

type Bucket = StackResource<'AWS::S3::Bucket'>;
type QueueNotification = NonNullable<Bucket['properties']['NotificationConfiguration']>['QueueConfigurations'][number];

/** Tells the queues that a bucket's notification configuration names of the writes that it asks for. */
export class BucketNotifications {
  readonly #buckets: ReadonlyMap<string, Bucket>;
  readonly #send: (queueArn: string, body: string) => Promise<void>;

  constructor(buckets: readonly Bucket[], sqs: SQSClient, endpoints: Endpoints) {
    this.#buckets = new Map(buckets.map((bucket) => [bucket.name, bucket]));
    this.#send = async (queueArn, MessageBody) => {
      const QueueUrl = `${endpoints.sqs}/${ACCOUNT}/${queueArn.split(':').at(-1)!}`;
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    };
  }

  /** S3 tests a notification's queue when the notification is configured. */
  async announce(): Promise<void> {
    for (const bucket of this.#buckets.values()) {
      for (const { Queue } of notificationsOf(bucket)) await this.#send(Queue, testEvent(bucket.name));
    }
  }

  /** @returns the message's body where one was sent. */
  async notify(write: ObjectWrite): Promise<string | undefined> {
    const bucket = this.#buckets.get(write.bucket);
    const notification = bucket && notificationsOf(bucket).find((candidate) => wants(candidate, write, bucket));
    if (notification === undefined) return undefined;
    const body = JSON.stringify(s3Event(write, bucket!));
    await this.#send(notification.Queue, body);
    return body;
  }
}

function notificationsOf(bucket: Bucket): readonly QueueNotification[] {
  return bucket.properties.NotificationConfiguration?.QueueConfigurations ?? [];
}

/** S3 refuses overlapping notifications, so that at most one wants a write. */
function wants({ Event, Filter }: QueueNotification, write: ObjectWrite, bucket: Bucket): boolean {
  const event = `s3:${eventName(write, bucket)}`;
  const asked = Event.endsWith(':*') ? event.startsWith(Event.slice(0, -1)) : event === Event;
  return (
    asked &&
    (Filter?.S3Key.Rules ?? []).every(({ Name, Value }) =>
      Name.toLowerCase() === 'prefix' ? write.key.startsWith(Value) : write.key.endsWith(Value),
    )
  );
}

/** Where versions are kept, a removal only puts a marker on top of them. */
function eventName(write: ObjectWrite, bucket: Bucket): string {
  const versioned = bucket.properties.VersioningConfiguration?.Status === 'Enabled';
  return versioned && write.event === 'ObjectRemoved:Delete' ? 'ObjectRemoved:DeleteMarkerCreated' : write.event;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html; no versions are kept here. */
function s3Event(write: ObjectWrite, bucket: Bucket) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: new Date().toISOString(),
        eventName: eventName(write, bucket),
        userIdentity: { principalId: 'local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': randomUUID(), 'x-amz-id-2': 'local' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: { name: bucket.name, ownerIdentity: { principalId: 'local' }, arn: bucket.arn },
          object: {
            key: formEncode(write.key),
            ...(write.size !== undefined && { size: write.size }),
            ...(write.eTag !== undefined && { eTag: write.eTag }),
            sequencer: write.sequencer,
          },
        },
      },
    ],
  };
}

/** As Java's URLEncoder does it for S3: a space is a plus. */
function formEncode(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function testEvent(bucket: string): string {
  return JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: new Date().toISOString(),
    Bucket: bucket,
    RequestId: randomUUID(),
    HostId: 'local',
  });
}
