import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ARTICLE_ROW } from '../../shared/table/keys.ts';
import type { Planted } from './world.ts';

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
};

const isWrite = (command: object): command is Write =>
  command instanceof PutCommand || command instanceof DeleteCommand || command instanceof UpdateCommand;

/** The article's own row tells which revision is the current one: its conditions are the guard. */
const isOfArticle = ({ input }: Write): boolean => ('Item' in input ? input.Item : input.Key)?.['sk'] === ARTICLE_ROW;

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
