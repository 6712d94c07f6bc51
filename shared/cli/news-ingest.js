#!/usr/bin/env node
// The sources are TypeScript, run as they stand from any folder.
import process from 'node:process';
import { register } from 'tsx/esm/api';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
register();
await import('./main.ts');
