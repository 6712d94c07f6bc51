import { Readable } from 'node:stream';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { reconcileArticles, reconcileObjects, type Sides } from '../../shared/cli/reconcile.ts';
import { reprocess } from '../../shared/cli/reprocess.ts';
import type { Extractions } from '../../shared/extractions/extractions.ts';
import { listedArticle, listedRow } from '../../shared/table/list-articles.ts';
import { openTable, type Table } from '../../shared/table/table.ts';
import type { Queues } from './queues.ts';
import type { Services } from './services.ts';

/** The operator's commands, each done at once. */
export class Operator {
  readonly #services: Services;
  readonly #queues: Queues;
  readonly #count: (what: string) => void;
  readonly #table: Table;
  readonly #extractions: Extractions;

  constructor(services: Services, queues: Queues, count: (what: string) => void) {
    this.#services = services;
    this.#queues = queues;
    this.#count = count;
    const client = { send: (command: object) => services.dynamodb(command) };
    this.#table = openTable('table', client as unknown as DynamoDBDocumentClient);
    this.#extractions = {
      request: (request) => {
        queues.send('extractions', JSON.stringify(request));
        return Promise.resolve();
      },
    };
  }

  async reprocess(extractorVersion: number): Promise<void> {
    const keys = (await this.#services.objects()).map(({ key }) => key);
    const parts = { keys, table: this.#table, extractions: this.#extractions, extractorVersion };
    for await (const { fate } of reprocess(parts)) this.#count(`reprocess: ${fate}`);
  }

  /** @returns how many differences were found. */
  async reconcile(): Promise<number> {
    const objects = await this.#services.objects();
    const rows = (await this.#services.rows()).filter(({ sk }) => sk === 'ARTICLE');
    const sides: Sides = {
      bucket: 'inbox',
      now: new Date(),
      dryRun: false,
      articleOf: (key) => listedArticle(this.#table, key),
      hasObject: (key) => Promise.resolve(objects.some((object) => object.key === key)),
      lookAgain: (reconcile) => {
        this.#queues.send('arrivals', JSON.stringify({ reconcile }));
        return Promise.resolve();
      },
      requestExtraction: (request) => this.#extractions.request(request),
    };
    const old = new Date(0);
    let differences = 0;
    for (const compared of [
      reconcileObjects(Readable.from(objects.map(({ key, etag }) => ({ key, etag, lastModified: old }))), sides),
      reconcileArticles(Readable.from(rows.map(listedRow)), sides),
    ]) {
      for await (const { difference } of compared) {
        if (!difference) continue;
        differences++;
        this.#count(`reconcile: ${difference}`);
      }
    }
    return differences;
  }
}
