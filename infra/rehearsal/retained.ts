import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { changeRetention } from './assembly.ts';
import {
  ask,
  cdk,
  cdkRefused,
  counted,
  describeStack,
  isReady,
  isWithdrawn,
  openState,
  resourcesOf,
  stateOf,
  type State,
  tell,
} from './deployed-stack.ts';

const STACK = 'news-ingest';
const KEY = 'rehearsal/harbour bridge.txt';
const REMOVED = 'rehearsal/removed.txt';
const LATER = 'rehearsal/later.txt';
const RESTORED = 'news-restored';
const MEANWHILE = 'rehearsal/meanwhile.txt';

/** What is asked of the deployed stack on the command line, and what the answer must hold. */
const QUESTIONS: readonly (readonly [string[], string])[] = [
  [['status', KEY], 'READY'],
  [['article', KEY], 'Giulia Ferrando'],
  [['quotes', '--by', 'giulia ferrando'], 'Our drawings were'],
  [['latest'], KEY],
  [['redrive'], 'Extractions: 0 messages sent back'],
];

/** What outlives the stack, by the logical ids of `cdk import`'s mapping. */
const STATE = ['InboxBucket1EDE8E4F', 'InboxAccessLogsB866979D', 'TableCD117FA1'] as const;

interface Assemblies {
  /** Fit for the emulator. */
  readonly whole: string;
  /** `-c stateOnly=true`. */
  readonly stateOnly: string;
}

/** The defaults: deploy, drop, correct, remove, update, destroy, deploy in vain, adopt, deploy, reconcile, restore. */
export async function rehearseRetained({ whole, stateOnly }: Assemblies): Promise<void> {
  const app = ['--app', whole, '--require-approval', 'never'];
  cdk('deploy', STACK, ...app);
  const resources = await resourcesOf(STACK);
  tell(`deployed: ${resources.size} resources`);
  const state = await stateOf(STACK);
  await liveOn(state);

  changeRetention(whole, 60);
  const before = await state.read(KEY);
  cdk('deploy', STACK, ...app);
  const after = await resourcesOf(STACK);
  for (const [id, physical] of resources) {
    if (after.get(id) !== physical) throw new Error(`The update replaced ${id}.`);
  }
  if (!isDeepStrictEqual(await state.read(KEY), before)) throw new Error('The update changed the article.');
  tell('updated: each resource is the same, and so is the article');

  await destroy(whole);
  if (!isDeepStrictEqual(await state.read(KEY), before)) throw new Error('The table has not outlived its stack.');
  tell('destroyed: inbox, access logs and table stand');
  await state.drop(KEY, 'cup-final.txt');
  await state.drop(MEANWHILE, 'cup-final.txt');
  await state.remove(LATER);
  tell('while nobody listens: one article corrected, one new, one removed');

  cdkRefused(/already exists|ROLLBACK_COMPLETE/, 'deploy', STACK, ...app);
  await clearFailed();
  await adopt({ whole, stateOnly }, resources);
  if (!isDeepStrictEqual(await state.read(KEY), before)) throw new Error('The adoption changed the article.');
  tell('adopted: the same inbox, access logs and table, and the article as it was');

  ask(STACK, ['reconcile'], '1 missing, 1 stale, 0 unfinished, 1 orphaned, 0 untold: each is being read anew');
  await state.until(KEY, (stored) => isReady(stored) && stored.article.etag !== before!.article.etag);
  await state.until(MEANWHILE, isReady);
  await state.until(LATER, isWithdrawn);
  ask(STACK, ['reconcile'], 'bucket and table agree');
  ask(STACK, ['article', KEY], 'READY');
  await rehearseRestore({ whole, stateOnly }, resources);
}

/** The table as it was at a moment of the past takes the place of the one that stands, and what came since is read again. */
async function rehearseRestore(assemblies: Assemblies, resources: ReadonlyMap<string, string>): Promise<void> {
  const [bucket, table] = [resources.get(STATE[0])!, resources.get(STATE[2])!];
  const client = new DynamoDBClient({});
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: RESTORED,
      UseLatestRestorableTime: true,
    }),
  );
  const state = openState({ bucket, table });
  const restored = openState({ bucket, table: RESTORED });
  const then = (await restored.read(KEY))!.article.etag;
  await state.drop(KEY, 'river-ruling.txt');
  await state.until(KEY, (stored) => isReady(stored) && stored.article.etag !== then);
  tell('the table is restored into a new one, and an article is corrected since');

  await destroy(assemblies.whole);
  const names = new Map(resources).set(STATE[2], RESTORED);
  await adopt(assemblies, names);
  if ((await restored.read(KEY))!.article.etag !== then) throw new Error('The restored table is not of the past.');
  ask(STACK, ['reconcile'], '0 missing, 1 stale, 0 unfinished, 0 orphaned, 0 untold: each is being read anew');
  await restored.until(KEY, (stored) => isReady(stored) && stored.article.etag !== then);
  ask(STACK, ['reconcile'], 'bucket and table agree');
}

/** As docs/operations.md tells: a stack of the state alone, then all else. @param names of what is adopted, by logical id. */
async function adopt({ whole, stateOnly }: Assemblies, names: ReadonlyMap<string, string>): Promise<void> {
  const mapping = join(stateOnly, 'adopt.json');
  const entries = STATE.map((id) => [id, { [id.startsWith('Table') ? 'TableName' : 'BucketName']: names.get(id) }]);
  writeFileSync(mapping, JSON.stringify(Object.fromEntries(entries)));
  cdk('import', STACK, '--app', stateOnly, '--resource-mapping', mapping);
  cdk('deploy', STACK, '--app', whole, '--require-approval', 'never');
  const adopted = await resourcesOf(STACK);
  for (const id of STATE) {
    if (adopted.get(id) !== names.get(id)) throw new Error(`${id} was not adopted.`);
  }
}

/** An article is dropped, corrected and corrected back; another one removed. */
async function liveOn(state: State): Promise<void> {
  await state.drop(KEY, 'harbour-bridge.txt');
  const first = await state.until(KEY, isReady);
  tell(`dropped and READY: ${counted(first)}`);
  for (const [question, answer] of QUESTIONS) ask(STACK, question, answer);

  await state.drop(KEY, 'grain-summit.txt');
  const corrected = await state.until(
    KEY,
    (stored) => isReady(stored) && stored.article.revision !== first.article.revision,
  );
  tell(`corrected and READY: ${counted(corrected)}`);
  ask(STACK, ['quotes', '--by', 'PERSON#giulia-ferrando'], 'No article mentions');

  for (const key of [REMOVED, LATER]) await state.drop(key, 'chip-plant.txt');
  for (const key of [REMOVED, LATER]) await state.until(key, isReady);
  await state.remove(REMOVED);
  const gone = await state.until(REMOVED, isWithdrawn);
  if (gone.paragraphs.length > 0) throw new Error('The removal left paragraphs.');
  tell('removed: nothing but the tombstone is left');
}

/** As an operator must: the protection is taken off first. */
async function destroy(assembly: string): Promise<void> {
  const args = ['destroy', STACK, '--app', assembly, '--force'];
  cdkRefused(/TerminationProtection is enabled/i, ...args);
  await new CloudFormationClient({}).send(
    new UpdateTerminationProtectionCommand({ StackName: STACK, EnableTerminationProtection: false }),
  );
  cdk(...args);
  const left = await describeStack(STACK);
  if (left) throw new Error(`The stack is ${left.StackStatus!}.`);
}

/** A first deployment that failed leaves a stack that can be deleted, and never one whose rollback failed. */
async function clearFailed(): Promise<void> {
  const failed = await describeStack(STACK);
  tell(`the failed deployment leaves: ${failed?.StackStatus ?? 'no stack'}`);
  if (!failed) return;
  if (failed.StackStatus !== 'ROLLBACK_COMPLETE' && failed.StackStatus !== 'REVIEW_IN_PROGRESS')
    throw new Error(`The failed deployment ended in ${failed.StackStatus!}.`);
  const client = new CloudFormationClient({});
  await client.send(new UpdateTerminationProtectionCommand({ StackName: STACK, EnableTerminationProtection: false }));
  await client.send(new DeleteStackCommand({ StackName: STACK }));
  while (await describeStack(STACK)) await sleep(200);
}
