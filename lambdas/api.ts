import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { respond } from '../shared/api/respond.ts';
import { environment } from '../shared/lambda/environment.ts';
import { openReader } from '../shared/table/reader.ts';
import { connect, openTable } from '../shared/table/table.ts';

/** Time to say that the table is busy, before Lambda ends the function and API Gateway answers 503. */
const MARGIN_MS = 1_000;

const logger = new Logger();
const client = connect();
const name = environment('TABLE_NAME');

export async function handler(
  { rawPath, rawQueryString, headers, requestContext }: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2> {
  const signal = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - MARGIN_MS));
  const sources = {
    table: openTable(name, client, signal),
    reader: openReader(name, client, signal),
    now: new Date(),
  };
  const request = {
    method: requestContext.http.method,
    path: rawPath,
    query: rawQueryString,
    ifNoneMatch: headers['if-none-match'],
  };
  return respond(request, sources, (error) => {
    logger.error('No answer', { requestId: context.awsRequestId, error: error as Error });
  });
}
