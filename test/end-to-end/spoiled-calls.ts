import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from '../../infra/local/loopback.ts';
import type { Endpoints } from '../../infra/local/stack.ts';

/** A call that a function makes. */
export interface FunctionCall {
  readonly service: 's3' | 'dynamodb';
  readonly method: string;
  /** Of S3, with bucket and key. */
  readonly path: string;
  /** Of DynamoDB, as "PutItem". */
  readonly action: string;
  readonly body: string;
}

type Which = (call: FunctionCall) => boolean;

/** Calls that hang until they are let go. */
export interface Held {
  /** When the first hangs. */
  readonly reached: Promise<void>;
  /** How many have hung so far. */
  readonly count: () => number;
  letGo(): void;
}

interface Rule {
  readonly which: Which;
  /** @returns whether the call is answered here. */
  readonly spoil: (response: ServerResponse) => Promise<boolean> | boolean;
}

/** Stands between the functions and S3 and DynamoDB, and spoils the calls that a test names. */
export class SpoiledCalls {
  #rules: Rule[] = [];
  readonly #stops: (() => Promise<void>)[] = [];

  /** @returns where functions find the services from now on. */
  async standBefore(endpoints: Endpoints): Promise<Endpoints> {
    const [s3, dynamodb] = await Promise.all([
      this.#serve('s3', endpoints.s3),
      this.#serve('dynamodb', endpoints.dynamodb),
    ]);
    return { ...endpoints, s3, dynamodb };
  }

  /** The next such call is refused in a way that the SDK does not try again. */
  refuseOnce(which: Which): void {
    let refused = false;
    this.#rules.push({
      which: (call) => !refused && which(call),
      spoil: (response) => {
        refused = true;
        response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
        response.end(JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'refused' }));
        return true;
      },
    });
  }

  /** Such calls hang, and are carried out once they are let go. */
  hold(which: Which): Held {
    let count = 0;
    let reach: () => void;
    let letGo: () => void;
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const free = new Promise<void>((resolve) => (letGo = resolve));
    const rule: Rule = {
      which,
      spoil: async () => {
        count++;
        reach();
        await free;
        return false;
      },
    };
    this.#rules.push(rule);
    return {
      reached,
      count: () => count,
      letGo: () => {
        this.#rules = this.#rules.filter((other) => other !== rule);
        letGo();
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#stops.map((stop) => stop()));
  }

  async #serve(service: FunctionCall['service'], target: string): Promise<string> {
    const pass = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = '', url = '', headers } = asked;
      // Read as text for whoever looks at it: what functions send is JSON.
      const body = await text(asked);
      const action = String(headers['x-amz-target'] ?? '').replace(/^.*\./, '');
      const call = { service, method, path: decodeURIComponent(url.replace(/\?.*/, '')), action, body };
      const rule = this.#rules.find(({ which }) => which(call));
      if (await rule?.spoil(response)) return;
      const { host } = new URL(target);
      request(target + url, { method, headers: { ...headers, host } }, (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      })
        .on('error', () => response.destroy())
        .end(body);
    };
    const server = createServer((asked, response) => {
      pass(asked, response).catch(() => response.destroy());
    });
    const listening = await listenOnLoopback(server);
    this.#stops.push(() => listening.stop());
    return listening.endpoint;
  }
}
