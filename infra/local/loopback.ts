import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One of the servers that stand for AWS. */
export interface Server {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1, where no other machine can ask. */
export async function listenOnLoopback(server: HttpServer): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
