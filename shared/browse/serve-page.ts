import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { AskApi } from './api-client.ts';
import { isForeign } from './foreign-requests.ts';
import { type PageFiles, SHELL } from './build-page.ts';

export interface PageServer {
  /** To be opened: with a key in it where one is needed. */
  readonly link: string;
  stop(): Promise<void>;
}

export interface PageServerOptions {
  readonly files: PageFiles;
  readonly askApi: AskApi;
  /** Else the usual one where it is free, so that addresses keep their meaning, and any other where it is not. */
  readonly port?: number | undefined;
  /**
   * Whether only who has the link is answered. On AWS, questions are asked with the credentials of who started this, and
   * other users of the same machine reach its loopback addresses too.
   */
  readonly keyed: boolean;
}

const USUAL_PORT = 7117;

/** Nothing but the page's own files, and no text is ever taken for markup or for script. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

const COOKIE = 'news-ingest-reader';

/** Serves the page, and hands questions on to the API, on 127.0.0.1 alone. */
export async function servePage({ files, askApi, port, keyed }: PageServerOptions): Promise<PageServer> {
  const key = keyed ? randomBytes(24).toString('base64url') : undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      problem(
        response,
        502,
        `The API does not answer (${reasonOf(error)}).`,
        'Ask again; look whether the stack is there.',
      );
    });
  });
  const zipped = new Map([...files].map(([path, { body }]) => [path, gzipSync(body)]));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (isForeign(request.headers, portOf(server))) {
      problem(response, 403, 'This page answers to itself alone.', `Open ${linkOf(server)} by itself.`);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      problem(response, 405, `${request.method!} is not answered.`, 'This page reads, and changes nothing.');
      return;
    }
    const { pathname, search, searchParams } = new URL(request.url!, linkOf(server));
    if (key !== undefined && !hasKey(request, key)) {
      letIn(response, searchParams.get('key'), key);
      return;
    }
    if (pathname.startsWith('/api/')) await handOn(request, response, `${pathname.slice('/api'.length)}${search}`);
    else sendFile(request, response, pathname);
  }

  async function handOn(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const known = request.headers['if-none-match'];
    const asked = await askApi(path, known === undefined ? {} : { 'if-none-match': known });
    const body = Buffer.from(await asked.arrayBuffer());
    const headers = { 'content-type': asked.headers.get('content-type') ?? 'application/json' };
    const etag = asked.headers.get('etag');
    // What the API answers is data: opened by itself it is shown as such, and may load and run nothing.
    response.writeHead(asked.status, { ...headers, ...(etag !== null && { etag }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  function sendFile(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    if (pathname.startsWith('/assets/') && !files.has(pathname)) {
      problem(response, 404, 'There is no such file.', 'Load the page again.');
      return;
    }
    const path = files.has(pathname) ? pathname : SHELL;
    const { type, body } = files.get(path)!;
    const zips = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    response.writeHead(200, {
      'content-type': type,
      vary: 'accept-encoding',
      ...(zips && { 'content-encoding': 'gzip' }),
    });
    response.end(request.method === 'HEAD' ? undefined : zips ? zipped.get(path) : body);
  }

  await listen(server, port);
  return {
    link: key === undefined ? linkOf(server) : `${linkOf(server)}?key=${key}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hasKey({ headers }: IncomingMessage, key: string): boolean {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), key));
}

/** The link's key goes into a cookie, and out of the address. */
function letIn(response: ServerResponse, given: string | null, key: string): void {
  if (given === null || !same(given, key)) {
    problem(response, 401, 'This page is for who started it.', 'Open the link that "news-ingest browse" printed.');
    return;
  }
  const cookie = `${COOKIE}=${key}; HttpOnly; SameSite=Strict; Path=/`;
  response.writeHead(302, { location: '/', 'set-cookie': cookie }).end();
}

const same = (some: string, other: string): boolean =>
  some.length === other.length && timingSafeEqual(Buffer.from(some), Buffer.from(other));

function problem(response: ServerResponse, status: number, detail: string, remedy: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: detail, status, detail, remedy }));
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
};

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const linkOf = (server: Server): string => `http://127.0.0.1:${portOf(server)}/`;

async function listen(server: Server, port: number | undefined): Promise<void> {
  const tryPort = async (number: number): Promise<void> => {
    server.listen(number, '127.0.0.1');
    await once(server, 'listening');
  };
  await tryPort(port ?? USUAL_PORT).catch(async (error: unknown) => {
    if (port !== undefined || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await tryPort(0);
  });
}
