import { z } from 'zod';

/**
 * The part of Amazon States Language that the local AWS runs: choices by equality, and distributed maps over S3 whose children
 * are one function. The objects are strict: a field that is not imitated is refused when the stack starts, never ignored.
 */
const Parameters = z.record(z.string(), z.unknown());

const Retrier = z.strictObject({
  ErrorEquals: z.tuple([z.literal('States.ALL')]),
  /** Seconds. */
  IntervalSeconds: z.number(),
  MaxAttempts: z.number(),
  BackoffRate: z.number(),
  JitterStrategy: z.literal('FULL').optional(),
});

const Task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string().regex(/:states:::lambda:invoke$/),
  Parameters: z.strictObject({ FunctionName: z.string(), 'Payload.$': z.literal('$') }),
  OutputPath: z.literal('$.Payload'),
  TimeoutSeconds: z.number(),
  Retry: z.array(Retrier).max(1).default([]),
  End: z.literal(true),
});

const ItemReader = z.union([
  z.strictObject({ Resource: z.string().regex(/:states:::s3:listObjectsV2$/), Parameters }),
  z.strictObject({
    ReaderConfig: z.strictObject({ InputType: z.enum(['MANIFEST', 'JSONL']) }),
    Resource: z.string().regex(/:states:::s3:getObject$/),
    Parameters,
  }),
]);

const DistributedMap = z.strictObject({
  Type: z.literal('Map'),
  Label: z.string().max(40),
  ItemReader,
  ItemBatcher: z.strictObject({ MaxItemsPerBatch: z.number(), BatchInput: Parameters }),
  MaxConcurrency: z.number(),
  ToleratedFailurePercentagePath: z.string(),
  ItemProcessor: z
    .strictObject({
      ProcessorConfig: z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.literal('EXPRESS') }),
      StartAt: z.string(),
      States: z.record(z.string(), Task),
    })
    .refine(({ StartAt, States }) => Object.keys(States).join() === StartAt, 'children of one task alone are imitated'),
  ResultWriter: z.strictObject({ Resource: z.string().regex(/:states:::s3:putObject$/), Parameters }),
  End: z.literal(true),
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.strictObject({ Variable: z.string(), StringEquals: z.string(), Next: z.string() })),
  Default: z.string(),
});

const Fail = z.strictObject({ Type: z.literal('Fail'), Error: z.string(), Cause: z.string() });

const Definition = z.strictObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.discriminatedUnion('Type', [Choice, DistributedMap, Fail])),
});

export type Definition = z.infer<typeof Definition>;
export type DistributedMap = z.infer<typeof DistributedMap>;
export type ItemReader = z.infer<typeof ItemReader>;
export type Task = z.infer<typeof Task>;

/** @throws Error naming what the local AWS cannot run. */
export function readDefinition(id: string, text: string): Definition {
  const read = Definition.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new Error(
    `The local AWS cannot run the state machine ${id}: teach it in infra/local/states/definition.ts.\n${z.prettifyError(read.error)}`,
  );
}
