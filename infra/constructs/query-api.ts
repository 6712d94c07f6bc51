import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { NodeFunction } from './node-function.ts';

interface QueryApiProps {
  readonly answeredBy: NodeFunction;
  readonly logRetention: RetentionDays;
  /** Requests a second, beyond which callers are asked to wait (429). */
  readonly requestsPerSecond: number;
}

/** Whom, what and how long: never what was found. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  caller: '$context.identity.caller',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

/**
 * An HTTP API whose every request is signed with AWS credentials (IAM), logged, and answered by one function: that it knows
 * the routes makes a wrong path answer as helpfully as a wrong parameter.
 */
export class QueryApi extends Construct {
  readonly url: string;
  readonly api: HttpApi;
  readonly accessLogs: LogGroup;

  constructor(scope: Construct, id: string, { answeredBy, logRetention, requestsPerSecond }: QueryApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      defaultAuthorizer: new HttpIamAuthorizer(),
      defaultIntegration: new HttpLambdaIntegration('Answer', answeredBy.live),
    });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      // Under this name the log needs no line in the account's one policy for logs of services, which takes few.
      logGroupName: `/aws/vendedlogs/${Stack.of(this).stackName}/api`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    this.url = stage.url;
    this.api = api;
    this.accessLogs = logGroup;
  }
}
