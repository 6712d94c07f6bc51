import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isForeign } from '../../shared/browse/foreign-requests.ts';

/** One of the servers that stand for AWS. */
export interface Server {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** What who is refused is told: a page of another site, or a name that was made to lead here. */
export const FOREIGN =
  'This is the local AWS of news-ingest: ask it as 127.0.0.1 or localhost, and not from a page of another site.\n';

/** Answers in the server's place what is foreign: else any page in the browser could read and write here. */
function refuseForeign(server: HttpServer): void {
  const listeners = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isForeign(request.headers, (server.address() as AddressInfo).port)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end(FOREIGN);
      return;
    }
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/** Listens on a free port of 127.0.0.1, where no other machine and no foreign page can ask. */
export async function listenOnLoopback(server: HttpServer): Promise<Server> {
  refuseForeign(server);
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
