import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalAws } from './local-aws.ts';
import { cacheFolder } from './project.ts';

const stateFile = join(cacheFolder, 'local-aws.json');

/** Tells `news-ingest` where the local AWS is, as long as this process runs. */
export function writeStateFile({ endpoints, outputs, api, bucket, table }: LocalAws): void {
  const state = {
    pid: process.pid,
    endpoints,
    outputs: { ...outputs, InboxBucket: bucket, TableName: table, ...(api !== undefined && { ApiUrl: api }) },
  };
  writeFileSync(stateFile, JSON.stringify(state, undefined, 2));
}

/** Where another local AWS has started since, the file tells of that one and stays. */
export function removeStateFile(): void {
  if (!existsSync(stateFile)) return;
  const { pid } = JSON.parse(readFileSync(stateFile, 'utf8')) as { pid: number };
  if (pid === process.pid) rmSync(stateFile);
}
