import { GetObjectCommand } from '@aws-sdk/client-s3';
import { PublishCommand } from '@aws-sdk/client-sns';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ARTICLE_ROW, SPEAKER_PREFIX } from '../../shared/table/keys.ts';
import type { Item as Row } from '../../shared/table/table.ts';

/** A fault of the pipeline itself, planted to see whether it is found. */
export interface Planted {
  /** Changes a command on its way to the table; undefined: it is never carried out, and answered as if it had been. */
  readonly tamper?: (command: object) => object | undefined;
  /** Changes what a service has answered to a command. */
  readonly twist?: (command: object, answer: object, rows: readonly Row[]) => object;
  /** Changes a message on its way to a function. */
  readonly garble?: (body: string) => string;
  /** What a function answers is not read: all of its messages are taken for done. */
  readonly failuresUnread?: boolean;
  /** A message is gone from its queue as soon as a function has it. */
  readonly acknowledgedEarly?: boolean;
}

type Write = PutCommand | DeleteCommand | UpdateCommand;

/** The faults that such pipelines have: each is planted between the functions and the table or the queue, and must be found. */
export const PLANTED_FAULTS: Readonly<Record<string, Planted>> = {
  'condition removed': {
    tamper: (command) => (isWrite(command) && !isOfArticle(command) ? unconditional(command) : command),
  },
  'clean-up skipped': { tamper: (command) => (command instanceof DeleteCommand ? undefined : command) },
  'acknowledged before written': { acknowledgedEarly: true },
  'tombstone dropped': { tamper: (command) => (isTombstone(command) ? deletion(command) : command) },
  'stale guard off': {
    tamper: (command) => (isWrite(command) && isOfArticle(command) ? unconditional(command) : command),
  },
  'sequencer padded on the left': { garble: paddedOnTheLeft },
  'a removal withdraws without a look': {
    tamper: (command) =>
      command instanceof GetObjectCommand && command.input.IfMatch === undefined
        ? new GetObjectCommand({ ...command.input, Key: 'never dropped' })
        : command,
  },
  'any extractor takes on READY': {
    tamper: (command) => withCondition(command, ' AND extractorVersion < :extractorVersion', ''),
  },
  'a failure is not read': { failuresUnread: true },
  'no extraction is asked for': {
    tamper: (command) => (command instanceof SendMessageCommand ? undefined : command),
  },
  'one page of a partition is read': {
    twist: (command, answer) => {
      if (!(command instanceof QueryCommand) || command.input.IndexName) return answer;
      const { LastEvaluatedKey: _, ...page } = answer as { LastEvaluatedKey?: object };
      return page;
    },
  },
  'clean-up without its condition': {
    tamper: (command) => (command instanceof DeleteCommand ? unconditional(command) : command),
  },
  'a revision is begun twice': {
    tamper: (command) => withCondition(command, 'revision < :revision', 'revision <= :revision'),
  },
  'READY whoever took it on': {
    tamper: (command) => withCondition(command, ' AND extractorVersion = :extractorVersion', ''),
  },
  'the ETag is not kept': {
    tamper: (command) => withoutField(command, 'etag'),
  },
  'an event is not published': {
    tamper: (command) => (command instanceof PublishCommand ? undefined : command),
  },
  'a row does not say that its event is due': {
    tamper: (command) => withoutField(command, 'eventDue'),
  },
  'a row is replaced whatever has become of it since it was read': {
    tamper: (command) => withCondition(command, /^\((.*)\) AND \([^()]*:readRevision.*$/, '$1'),
  },
  'a further speaker of a statement is not written': {
    tamper: (command) => (command instanceof PutCommand && isOfFurtherSpeaker(command) ? undefined : command),
  },
  'a further speaker of a statement is left behind': {
    tamper: (command) => (command instanceof DeleteCommand && isOfFurtherSpeaker(command) ? undefined : command),
  },
  'answers trust the index': {
    // What a row of an index says of its revision is taken for the article's own.
    twist: (command, answer, rows) =>
      command instanceof QueryCommand && command.input.IndexName
        ? { ...answer, Items: believed(answer, rows) }
        : answer,
  },
};

/** As if revisions were padded so: where sequencers differ in length their order is another one. */
function paddedOnTheLeft(body: string): string {
  return body.replace(/"sequencer":"([0-9a-f]+)"/g, (_, digits: string) => `"sequencer":"${digits.padStart(24, '0')}"`);
}

/** A write of an article's row that leaves one of its fields out. */
function withoutField(command: object, name: string): object {
  if (!(command instanceof PutCommand) || !isOfArticle(command)) return command;
  const { [name]: _, ...Item } = command.input.Item!;
  return new PutCommand({ ...command.input, Item });
}

function withCondition(command: object, part: string | RegExp, instead: string): object {
  if (!(command instanceof PutCommand || command instanceof UpdateCommand)) return command;
  const { ConditionExpression = '' } = command.input;
  const changed = ConditionExpression.replace(part, instead);
  if (changed === ConditionExpression) return command;
  return command instanceof PutCommand
    ? new PutCommand({ ...command.input, ConditionExpression: changed })
    : new UpdateCommand({ ...command.input, ConditionExpression: changed });
}

const believed = (answer: object, rows: readonly Row[]): Row[] =>
  (answer as { Items: Row[] }).Items.map((item) => ({
    ...item,
    revision: rows.find(({ pk, sk }) => pk === item.pk && sk === ARTICLE_ROW)?.['revision'],
  }));

const isWrite = (command: object): command is Write =>
  command instanceof PutCommand || command instanceof DeleteCommand || command instanceof UpdateCommand;

const skOf = ({ input }: Write): unknown => ('Item' in input ? input.Item : input.Key)?.['sk'];

const isOfFurtherSpeaker = (write: Write): boolean => String(skOf(write)).startsWith(SPEAKER_PREFIX);

/** The article's own row tells which revision is the current one: its conditions are the guard. */
const isOfArticle = (write: Write): boolean => skOf(write) === ARTICLE_ROW;

function unconditional(command: Write): Write {
  if (command instanceof UpdateCommand) {
    const { ConditionExpression: _, ...input } = command.input;
    return new UpdateCommand(input);
  }
  const { TableName } = command.input;
  return command instanceof PutCommand
    ? new PutCommand({ TableName, Item: command.input.Item })
    : new DeleteCommand({ TableName, Key: command.input.Key });
}

const isTombstone = (command: object): command is PutCommand =>
  command instanceof PutCommand && command.input.Item?.['status'] === 'WITHDRAWN';

/** Removes the article's row where the tombstone would have stood. */
function deletion({ input: { Item, TableName, ...condition } }: PutCommand): DeleteCommand {
  return new DeleteCommand({ TableName, Key: { pk: Item!['pk'] as string, sk: ARTICLE_ROW }, ...condition });
}
