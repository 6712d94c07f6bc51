import { readFileSync } from 'node:fs';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Report } from '../../../infra/local/execution-environment.ts';
import { startLocalAws } from '../../../infra/local/local-aws.ts';
import { synthesise } from '../../../infra/local/synthesise.ts';
import { readTemplate } from '../../../infra/local/template.ts';

/** What an article takes of one function. */
export interface FunctionUse {
  readonly name: 'split' | 'extract';
  readonly memoryMegabytes: number;
  readonly invocations: number;
  readonly cpuSeconds: number;
}

/** What an article takes of all but the table. */
export interface FunctionsUse {
  readonly functions: readonly FunctionUse[];
  /** Sent, received and deleted; empty receives are left out. */
  readonly sqsRequests: number;
  /** Lines of the functions, and of Lambda itself, as CloudWatch counts them. */
  readonly logBytes: number;
  /** What stands there whether anything goes through or not. */
  readonly alarms: number;
  readonly dashboards: number;
  readonly mappings: number;
}

/** The compiler has seen it all by then. */
const WARM_UP = 20;
const MEASURED = 40;

/** CloudWatch adds so much to each event. */
const BYTES_A_LOG_EVENT = 26;

/** What Lambda itself logs of an invocation, and does not here. */
const PLATFORM_LINES = [
  'START RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0 Version: $LATEST\n',
  'END RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0\n',
  'REPORT RequestId: 6bc28136-xmpl-4365-b021-0ce6b2e64ab0\tDuration: 345.67 ms\tBilled Duration: 346 ms\tMemory Size: 1769 MB\tMax Memory Used: 310 MB\t\n',
];

const LOG = '.cache/costs.log';

/** Drops an article again and again into the local AWS, under other keys. */
export async function measureFunctionsUse(file: Uint8Array): Promise<FunctionsUse> {
  const assembly = await synthesise();
  const reports: Report[] = [];
  const aws = await startLocalAws({ assembly, logFile: LOG, onReport: (report) => reports.push(report) });
  let requests = 0;
  aws.sqs.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { Messages } = result.output as { Messages?: readonly unknown[] };
      const isReceive = 'WaitTimeSeconds' in args.input;
      if (!isReceive || (Messages?.length ?? 0) > 0) requests++;
      return result;
    },
    { step: 'initialize' },
  );
  const drop = async (from: number, to: number) => {
    for (let number = from; number < to; number++) {
      await aws.s3.send(new PutObjectCommand({ Bucket: aws.bucket, Key: `costs/${number}.txt`, Body: file }));
    }
    await aws.idle();
  };
  await drop(0, WARM_UP);
  reports.length = 0;
  requests = 0;
  await drop(WARM_UP, WARM_UP + MEASURED);
  const { resources } = readTemplate(assembly);
  const functions = (['split', 'extract'] as const).map((name): FunctionUse => {
    const functionName = aws.outputs[name === 'split' ? 'SplitFunction' : 'ExtractFunction'] as string;
    const own = reports.filter((report) => report.functionName === functionName);
    const { MemorySize } = resources.get(functionName)!.properties as { MemorySize: number };
    return {
      name,
      memoryMegabytes: MemorySize,
      invocations: own.length / MEASURED,
      cpuSeconds: own.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / MEASURED,
    };
  });
  await aws.stop();

  const invocations = functions.reduce((sum, use) => sum + use.invocations, 0);
  const lines = readFileSync(LOG, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const platformBytes = sizeOfLines(PLATFORM_LINES) * invocations;
  const count = (type: string) => [...resources.values()].filter((resource) => resource.type === type).length;
  return {
    functions,
    // And what `split` sends by itself: a request an article.
    sqsRequests: requests / MEASURED + 1,
    logBytes: sizeOfLines(lines) / (WARM_UP + MEASURED) + platformBytes,
    alarms: count('AWS::CloudWatch::Alarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    mappings: count('AWS::Lambda::EventSourceMapping'),
  };
}

const sizeOfLines = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(line) + BYTES_A_LOG_EVENT, 0);
