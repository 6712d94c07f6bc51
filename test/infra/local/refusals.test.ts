import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startLocalAws } from '../../../infra/local/local-aws.ts';
import { writeAssembly, writeTrialAssembly } from './assembly.ts';

const start = (assembly: string) => startLocalAws({ assembly, logFile: join(tmpdir(), 'refusals.log') });
const handler = 'export const handler = async () => undefined;';

test('a resource that matters and is not imitated is refused by name', async () => {
  const assembly = writeAssembly({ Flow: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} } });
  await expect(start(assembly)).rejects.toThrow('cannot imitate Flow (AWS::StepFunctions::StateMachine)');
});

test('resources that a laptop can do without are passed over', async () => {
  const without = { Role: 'AWS::IAM::Role', Logs: 'AWS::Logs::LogGroup', Alarm: 'AWS::CloudWatch::Alarm' };
  const assembly = writeAssembly(Object.fromEntries(Object.entries(without).map(([id, Type]) => [id, { Type }])));
  await expect(start(assembly)).rejects.toThrow('The template holds 0 of what should be one bucket with notifications');
});

test.each([
  ['a property that is not imitated', { queue: { FifoQueue: true } }, /Arrivals[^]*FifoQueue/],
  ['a filter of messages', { mapping: { FilterCriteria: { Filters: [] } } }, /Mapping[^]*FilterCriteria/],
  ['layers', { function: { Layers: ['arn'] } }, /Handler[^]*Layers/],
  ['another runtime', { function: { Runtime: 'python3.13' } }, /Handler[^]*Runtime/],
  ['a function of the template that is not there', { mapping: { FunctionName: 'Other' } }, /Mapping maps/],
])('%s is refused aloud', async (_, trial, message) => {
  await expect(start(writeTrialAssembly({ handler, ...trial }))).rejects.toThrow(message);
});
