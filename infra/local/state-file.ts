import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalAws } from './local-aws.ts';
import { cacheFolder } from './project.ts';

/** A file for each that runs, as more than one may. */
const folder = join(cacheFolder, 'running');
const stateFile = join(folder, `${process.pid}.json`);

/** Tells `news-ingest` where this local AWS is, as long as this process runs. */
export function writeStateFile({ endpoints, outputs, api, bucket, table }: LocalAws): void {
  const state = {
    pid: process.pid,
    started: Date.now(),
    endpoints,
    outputs: { ...outputs, InboxBucket: bucket, TableName: table, ...(api !== undefined && { ApiUrl: api }) },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(stateFile, JSON.stringify(state, undefined, 2));
}

export function removeStateFile(): void {
  rmSync(stateFile, { force: true });
}
