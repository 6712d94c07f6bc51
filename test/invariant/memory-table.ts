import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../shared/table/table.ts';
import { holds } from './conditions.ts';

/** Fewer than DynamoDB gives, so that what is read in pages changes between two of them. */
export const ROWS_A_PAGE = 6;

/** The part of DynamoDB that this project's table module uses, all at once and in no time; held to dynalite by a test. */
export class MemoryTable {
  readonly #partitions = new Map<string, Map<string, Item>>();
  readonly #lag: boolean;
  #indexed: readonly Item[] = [];

  /** @param lag whether the indexes know of a change only from `catchUp` on. */
  constructor({ lag = true } = {}) {
    this.#lag = lag;
  }

  /** Does what the command says. @throws ConditionalCheckFailedException; Error where this project never sent such a command. */
  answer(command: object): object {
    if (command instanceof GetCommand) {
      const { pk, sk } = command.input.Key as Item;
      const item = this.#partition(pk).get(sk);
      return item ? { Item: item } : {};
    }
    if (command instanceof QueryCommand) return command.input.IndexName ? this.#ask(command) : this.#query(command);
    if (command instanceof BatchGetCommand) {
      return {
        Responses: Object.fromEntries(
          Object.entries(command.input.RequestItems!).map(([table, { Keys = [] }]) => [
            table,
            Keys.flatMap((key) => this.#partition((key as Item).pk).get((key as Item).sk) ?? []),
          ]),
        ),
      };
    }
    if (command instanceof PutCommand) {
      const item = stored(command.input.Item as Item);
      this.#check(item, command.input);
      this.#partition(item.pk).set(item.sk, item);
      return {};
    }
    if (command instanceof DeleteCommand) {
      const { pk, sk } = command.input.Key as Item;
      this.#check({ pk, sk }, command.input);
      this.#partition(pk).delete(sk);
      return {};
    }
    if (command instanceof UpdateCommand) {
      const { pk, sk } = command.input.Key as Item;
      this.#check({ pk, sk }, command.input);
      const { UpdateExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = command.input;
      const before = this.#partition(pk).get(sk) ?? { pk, sk };
      if (UpdateExpression!.startsWith('REMOVE ')) {
        const { [UpdateExpression!.slice('REMOVE '.length)]: _, ...rest } = before;
        this.#partition(pk).set(sk, rest as Item);
        return {};
      }
      const changes = UpdateExpression!
        .replace(/^SET /, '')
        .split(', ')
        .map((change) => {
          const [name, value] = change.split(' = ') as [string, string];
          return [names?.[name] ?? name, values![value] as unknown];
        });
      this.#partition(pk).set(sk, { ...before, ...(Object.fromEntries(changes) as object) });
      return {};
    }
    throw new Error(`${command.constructor.name} is not imitated.`);
  }

  /** The indexes know now what the table holds; between two such moments they lag behind. */
  catchUp(): void {
    this.#indexed = this.rows();
  }

  /** All, in the order of their keys. */
  rows(): Item[] {
    return [...this.#partitions.keys()].sort().flatMap((pk) => this.#sorted(pk));
  }

  #query({ input: { ExpressionAttributeValues, ExclusiveStartKey, ConsistentRead } }: QueryCommand): object {
    if (!ConsistentRead) throw new Error('The protocol rests on consistent reads.');
    const pk = ExpressionAttributeValues![':pk'] as string;
    const after = (ExclusiveStartKey?.['sk'] ?? '') as string;
    const rest = this.#sorted(pk).filter(({ sk }) => sk > after);
    const Items = rest.slice(0, ROWS_A_PAGE);
    // As DynamoDB does, a full page is followed by another, which may be empty.
    return Items.length === ROWS_A_PAGE ? { Items, LastEvaluatedKey: { pk, sk: Items.at(-1)!.sk } } : { Items };
  }

  /** An index: whole, as no history has many rows. */
  #ask({ input: { ExpressionAttributeNames, ExpressionAttributeValues, ScanIndexForward } }: QueryCommand): object {
    const [partition, sort] = [ExpressionAttributeNames!['#partition']!, ExpressionAttributeNames!['#sort']!];
    const [from, to] = [ExpressionAttributeValues![':from'] as string, ExpressionAttributeValues![':to'] as string];
    const Items = (this.#lag ? this.#indexed : this.rows())
      .filter((row) => row[partition] === ExpressionAttributeValues![':partition'])
      .filter((row) => (row[sort] as string) >= from && (row[sort] as string) <= to)
      .sort((one, other) => ((one[sort] as string) < (other[sort] as string) ? -1 : 1));
    return { Items: ScanIndexForward ? Items : Items.reverse() };
  }

  #check({ pk, sk }: Pick<Item, 'pk' | 'sk'>, condition: Parameters<typeof holds>[1]): void {
    if (holds(this.#partition(pk).get(sk) ?? {}, condition)) return;
    throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
  }

  #sorted(pk: string): Item[] {
    return [...this.#partition(pk).values()].sort((one, other) => (one.sk < other.sk ? -1 : 1));
  }

  #partition(pk: string): Map<string, Item> {
    const partition = this.#partitions.get(pk) ?? new Map<string, Item>();
    this.#partitions.set(pk, partition);
    return partition;
  }
}

/** A copy without what is undefined, as the document client sends it. */
const stored = (item: Item): Item => JSON.parse(JSON.stringify(item)) as Item;
