import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { S3Client } from '@aws-sdk/client-s3';
import { listenOnLoopback, type Server } from '../loopback.ts';
import type { Definition } from './definition.ts';
import { Execution } from './execution.ts';
import type { ChildStatus, Invoke } from './map-run.ts';

interface StepFunctionsOptions {
  /** State machines by their ARN. */
  readonly stateMachines: ReadonlyMap<string, Definition>;
  readonly s3: S3Client;
  readonly invoke: Invoke;
  /** Share of the real time that is waited between tries. */
  readonly waiting?: number;
}

type Input = Readonly<Record<string, unknown>>;

/** An error that the service names. */
class ServiceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** AWS Step Functions' JSON protocol for what the back-fill asks of it; any other action is refused by its name. */
export async function startStepFunctions({
  stateMachines,
  s3,
  invoke,
  waiting = 1,
}: StepFunctionsOptions): Promise<Server> {
  const executions = new Map<string, Execution>();
  const found = (arn: unknown): Execution => {
    const execution = executions.get(arn as string);
    if (!execution) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${String(arn)}'`);
    return execution;
  };

  const actions: Record<string, (input: Input) => unknown> = {
    StartExecution({ stateMachineArn, name = randomUUID(), input = '{}' }) {
      const definition = stateMachines.get(stateMachineArn as string);
      if (!definition)
        throw new ServiceError(
          'StateMachineDoesNotExist',
          `State Machine Does Not Exist: '${String(stateMachineArn)}'`,
        );
      const arn = `${(stateMachineArn as string).replace(':stateMachine:', ':execution:')}:${name as string}`;
      if (executions.has(arn)) throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      const execution = new Execution(arn, definition, JSON.parse(input as string), { s3, invoke, waiting });
      executions.set(arn, execution);
      return { executionArn: arn, startDate: seconds(execution.startDate) };
    },
    DescribeExecution({ executionArn }) {
      const { arn, status, input, startDate, stopDate, output, error, redriveCount } = found(executionArn);
      return {
        executionArn: arn,
        status,
        input: JSON.stringify(input),
        startDate: seconds(startDate),
        redriveCount,
        ...(stopDate && { stopDate: seconds(stopDate) }),
        ...(output !== undefined && { output: JSON.stringify(output) }),
        ...(error && { error: error.name, cause: error.cause }),
      };
    },
    async StopExecution({ executionArn }) {
      const execution = found(executionArn);
      await execution.stop();
      return { stopDate: seconds(execution.stopDate!) };
    },
    RedriveExecution({ executionArn }) {
      if (!found(executionArn).redrive()) {
        throw new ServiceError(
          'ExecutionNotRedrivable',
          'Execution is running or has succeeded and cannot be redriven',
        );
      }
      return { redriveDate: seconds(new Date()) };
    },
    ListMapRuns({ executionArn }) {
      const { mapRun, startDate } = found(executionArn);
      const mapRuns = mapRun ? [{ executionArn, mapRunArn: executionArn, startDate: seconds(startDate) }] : [];
      return { mapRuns };
    },
    DescribeMapRun({ mapRunArn }) {
      const { mapRun, status, startDate } = found(mapRunArn);
      if (!mapRun) throw new ServiceError('ResourceNotFound', `Resource not found: '${String(mapRunArn)}'`);
      return {
        mapRunArn,
        executionArn: mapRunArn,
        status,
        startDate: seconds(startDate),
        itemCounts: countsOf(mapRun.itemCounts()),
        executionCounts: countsOf(mapRun.executionCounts()),
      };
    },
  };

  const server = createServer((request, response) => {
    const action = String(request.headers['x-amz-target']).replace('AWSStepFunctions.', '');
    text(request)
      .then((body) => {
        const act = actions[action];
        if (!act) throw new ServiceError('UnknownOperationException', `${action} is not imitated on this machine.`);
        return act(JSON.parse(body) as Input);
      })
      .then((answer) => [200, answer] as const)
      .catch((error: unknown) => {
        const code = error instanceof ServiceError ? error.code : 'InternalFailure';
        return [code === 'InternalFailure' ? 500 : 400, { __type: code, message: (error as Error).message }] as const;
      })
      .then(([status, answer]) => {
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
      })
      .catch(() => response.destroy());
  });
  const listening = await listenOnLoopback(server);
  return {
    endpoint: listening.endpoint,
    async stop() {
      await Promise.all([...executions.values()].filter(({ status }) => status === 'RUNNING').map((one) => one.stop()));
      await listening.stop();
    },
  };
}

const seconds = (date: Date) => date.getTime() / 1000;

const countsOf = (counts: Record<ChildStatus | 'total', number>) => ({
  total: counts.total,
  pending: counts.PENDING,
  running: counts.RUNNING,
  succeeded: counts.SUCCEEDED,
  failed: counts.FAILED,
  aborted: counts.ABORTED,
  timedOut: 0,
  resultsWritten: counts.SUCCEEDED + counts.FAILED,
});
