import { choose } from '../measure/choose.ts';

/** `npm run verify -- NAME`: what takes too long for `npm test`, or needs more than Node. */
await choose('npm run verify', {
  invariant: [
    'thousands of random histories with faults, or with a planted fault',
    () => import('./invariant/main.ts'),
  ],
  faults: [
    'single calls refused and hanging, a correction held, with the real waiting',
    () => import('./faults/main.ts'),
  ],
  archive: [
    'an archive of 10,000 files with poison, a live article beside it, stopped, resumed, mended',
    () => import('./backfill/main.ts'),
  ],
  hostile: ['files at full size that nobody should drop', () => import('./hostile/main.ts')],
  rules: [
    'plants faults into the rules of the language, and names those that no test notices',
    () => import('./mutation/main.ts'),
  ],
  dynamodb: ['the questions on DynamoDB Local; needs Java', () => import('./conformance/main.ts')],
  arm64: ['the golden articles on an emulated Lambda processor; needs qemu', () => import('./arm64/main.ts')],
  deployment: [
    'deploy, change, destroy and adopt on an emulated AWS; needs Python',
    () => import('../infra/rehearsal/main.ts'),
  ],
  settings: [
    'synthesis with cdk-nag and cfn-lint of the largest variants of settings; --together 2 to 5: of every two to five choices',
    () => import('../infra/variants/main.ts'),
  ],
  packages: [
    'licences, known vulnerabilities, deprecations; --sbom FILE: a bill of what ships',
    () => import('../infra/audit.ts'),
  ],
});
