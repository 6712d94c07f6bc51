import { expect, test } from '@jest/globals';
import { permissions, resourcePolicies } from './read-policies.ts';
import { synthesise } from './synthesise.ts';

const { resources } = synthesise();

test('each role may do this and no more', () => {
  expect(permissions(resources)).toEqual({
    SplitRole: [
      'dynamodb:DeleteItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:PutItem Table',
      'dynamodb:Query Table',
      'dynamodb:UpdateItem Table',
      'logs:CreateLogStream SplitLogs',
      'logs:PutLogEvents SplitLogs',
      's3:GetObject InboxBucket/*',
      's3:ListBucket InboxBucket',
      'sqs:DeleteMessage ArrivalsMessages',
      'sqs:GetQueueAttributes ArrivalsMessages',
      'sqs:ReceiveMessage ArrivalsMessages',
      'sqs:SendMessage ExtractionsMessages',
    ],
    ExtractRole: [
      'dynamodb:DeleteItem Table',
      'dynamodb:GetItem Table',
      'dynamodb:PutItem Table',
      'dynamodb:Query Table',
      'dynamodb:UpdateItem Table',
      'logs:CreateLogStream ExtractLogs',
      'logs:PutLogEvents ExtractLogs',
      'sqs:DeleteMessage ExtractionsMessages',
      'sqs:GetQueueAttributes ExtractionsMessages',
      'sqs:ReceiveMessage ExtractionsMessages',
    ],
  });
});

test('roles are taken by functions alone, each by its own', () => {
  const takers = Object.values(resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .map(({ Properties }) => Properties['AssumeRolePolicyDocument']);
  for (const taker of takers) {
    expect(taker).toMatchObject({ Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }] });
  }
  const used = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  expect(new Set(used.map(({ Properties }) => JSON.stringify(Properties['Role']))).size).toBe(takers.length);
});

const TLS_ONLY = (actions: string) => `Deny * ${actions} if Bool aws:SecureTransport false`;

test('buckets and queues refuse plain HTTP, and take from the named sources alone', () => {
  expect(resourcePolicies(resources)).toEqual({
    InboxBucket: [TLS_ONLY('s3:*')],
    InboxAccessLogs: [
      TLS_ONLY('s3:*'),
      'Allow logging.s3.amazonaws.com s3:PutObject if ArnLike aws:SourceArn InboxBucket and StringEquals aws:SourceAccount AWS::AccountId',
    ],
    ArrivalsMessages: [
      TLS_ONLY('sqs:*'),
      'Allow s3.amazonaws.com sqs:SendMessage if ArnEquals aws:SourceArn arn:AWS::Partition:s3:::news-ingest-inbox-AWS::AccountId-AWS::Region and StringEquals aws:SourceAccount AWS::AccountId',
    ],
    ArrivalsDeadLetters: [TLS_ONLY('sqs:*')],
    ExtractionsMessages: [TLS_ONLY('sqs:*')],
    ExtractionsDeadLetters: [TLS_ONLY('sqs:*')],
  });
});
