import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { EnvironmentPool } from './environment-pool.ts';
import { listenOnLoopback, type Server } from './loopback.ts';
import { ACCOUNT } from './stack.ts';

/**
 * An HTTP API whose every route ends at one function, on a free port of 127.0.0.1. Who asks is not checked here: the
 * signature that AWS demands may be there or not.
 */
export async function startHttpApi(pool: EnvironmentPool, onFailure: (error: unknown) => void): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, pool)
      .catch((error: unknown): APIGatewayProxyStructuredResultV2 => {
        onFailure(error);
        // API Gateway tells nothing of what failed behind it.
        return {
          statusCode: 500,
          headers: { 'content-type': 'application/json' },
          body: '{"message":"Internal Server Error"}',
        };
      })
      .then(({ statusCode = 200, headers = {}, body = '', isBase64Encoded = false }) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
        response.statusCode = statusCode;
        response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
      })
      .catch(onFailure);
  });
  return listenOnLoopback(server);
}

async function answer(request: IncomingMessage, pool: EnvironmentPool): Promise<APIGatewayProxyStructuredResultV2> {
  const event = httpEvent(request, await buffer(request));
  if (event === undefined) return { statusCode: 400, body: '{"message":"Bad Request"}' };
  const environment = await pool.acquire();
  if (environment === undefined) return { statusCode: 503, body: '{"message":"Service Unavailable"}' };
  try {
    return readResult(await environment.invoke(event));
  } finally {
    pool.release(environment);
  }
}

/**
 * Payload format 2.0 (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 * API Gateway decodes the path of an HTTP API, cuts it at a decoded "?", and leaves the query as it was sent.
 * @returns undefined for a path that cannot be decoded.
 */
function httpEvent(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 | undefined {
  const [path, ...afterPath] = request.url!.split('?');
  const rawPath = decodePath(path!)?.split('?')[0];
  if (rawPath === undefined) return undefined;
  const rawQueryString = afterPath.join('?');
  const headers = headersOf(request);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    ...(rawQueryString !== '' && { queryStringParameters: queryOf(rawQueryString) }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: headers['host'] ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method!,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
  };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(',')]));
}

function queryOf(rawQueryString: string): Record<string, string> {
  const query = new URLSearchParams(rawQueryString);
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}

/** What is no answer with a status is taken for the body of one, as API Gateway does. */
function readResult(result: unknown): APIGatewayProxyStructuredResultV2 {
  if (typeof result === 'object' && result !== null && 'statusCode' in result) {
    return result as APIGatewayProxyStructuredResultV2;
  }
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
}
