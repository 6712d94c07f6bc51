import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CloudFormationClient, CreateStackCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { cacheFolder } from '../local/project.ts';
import { fitToEmulator } from './assembly.ts';
import { cdk, describeStack, tell } from './deployed-stack.ts';
import { ACCOUNT, installEmulator, REGION, startEmulator } from './emulator.ts';
import { rehearseRetained } from './retained.ts';
import { rehearseTrial } from './trial.ts';

/** What the CDK does to a stack in its life, for real, against an emulator that takes CloudFormation. */
const python = installEmulator();
if (!python) {
  console.log('Skipped: the rehearsal needs python3 with venv, and PyPI, for the emulator.');
  process.exit(0);
}
const folder = await mkdtemp(join(cacheFolder, 'rehearsal', 'run-'));
const emulator = await startEmulator(python);
Object.assign(process.env, emulator.environment);
try {
  await rehearse();
} finally {
  emulator.stop();
  await rm(folder, { recursive: true, force: true });
}

async function rehearse(): Promise<void> {
  await checkRefusal();
  const whole = synthesised('whole');
  const trial = synthesised('trial', 'stackName=news-trial', 'removalProtection=false');
  const stateOnly = synthesised('state-only', 'stateOnly=true');
  const left = fitToEmulator(whole);
  fitToEmulator(trial);

  cdk('bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', whole);
  await rehearseRetained({ whole, stateOnly });
  await rehearseTrial(trial);
  for (const what of left) console.log(`  not rehearsed: ${what}`);
  console.log('  not rehearsed: roles and policies are created, and not enforced');
}

function synthesised(name: string, ...settings: string[]): string {
  const assembly = join(folder, name);
  cdk('synth', '--quiet', '--output', assembly, ...settings.flatMap((setting) => ['-c', setting]));
  return assembly;
}

/** What follows proves nothing unless the emulator, as AWS, deletes no bucket that holds anything. */
async function checkRefusal(): Promise<void> {
  const StackName = 'refusal';
  const Bucket = 'refusal-holds-something';
  const client = new CloudFormationClient({});
  const TemplateBody = JSON.stringify({
    Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: Bucket } } },
  });
  await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  const becomes = async (status: string) => {
    let now;
    do {
      await sleep(100);
      now = (await describeStack(StackName))?.StackStatus;
    } while (now?.endsWith('IN_PROGRESS'));
    if (now !== status) throw new Error(`A stack whose bucket holds something is ${now ?? 'gone'}, not ${status}.`);
  };
  await becomes('CREATE_COMPLETE');
  await new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'b' }));
  await client.send(new DeleteStackCommand({ StackName }));
  await becomes('DELETE_FAILED');
  tell('a stack whose bucket holds something is not deleted: DELETE_FAILED');
}
