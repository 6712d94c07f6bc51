import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../local/project.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

interface Template {
  readonly Resources: Record<string, Resource>;
}

/** Of the one stack in it. */
const templateOf = (assembly: string): string =>
  join(
    assembly,
    readdirSync(assembly).find((name) => name.endsWith('.template.json'))!,
  );
const readTemplate = (assembly: string): Template => JSON.parse(readFileSync(templateOf(assembly), 'utf8')) as Template;
const writeTemplate = (assembly: string, template: Template): void => {
  writeFileSync(templateOf(assembly), JSON.stringify(template));
};

/**
 * Takes out what the emulator refuses, and gives the functions the binary of this machine beside Lambda's.
 * @returns what cannot be rehearsed.
 */
export function fitToEmulator(assembly: string): string[] {
  const template = readTemplate(assembly);
  const refused = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) => Type === 'AWS::CloudWatch::Alarm' && 'Metrics' in Properties,
  );
  const kept = Object.entries(template.Resources).filter(([id]) => !refused.some(([other]) => other === id));
  writeTemplate(assembly, { ...template, Resources: Object.fromEntries(kept) });
  for (const folder of readdirSync(assembly).filter((name) => name.startsWith('asset.')))
    addBinary(join(assembly, folder));
  return refused.map(([id]) => `${id}: an alarm on a quotient of metrics`);
}

function addBinary(asset: string): void {
  const binary = join('node_modules', 'onnxruntime-node', 'bin', 'napi-v6', process.platform, process.arch);
  if (!existsSync(join(asset, 'node_modules', 'onnxruntime-node')) || existsSync(join(asset, binary))) return;
  cpSync(join(projectRoot, binary), join(asset, binary), { recursive: true });
}

/** The next version of the stack: logs are kept for another period. */
export function changeRetention(assembly: string, days: number): void {
  const template = readTemplate(assembly);
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type === 'AWS::Logs::LogGroup') Properties['RetentionInDays'] = days;
  }
  writeTemplate(assembly, template);
}

/** The tags of each bucket of the stack that has any, by its logical id. */
export function bucketTags(assembly: string): [id: string, tags: { Key: string; Value: string }[]][] {
  const buckets = Object.entries(readTemplate(assembly).Resources).filter(
    ([, { Type, Properties }]) => Type === 'AWS::S3::Bucket' && 'Tags' in Properties,
  );
  return buckets.map(([id, { Properties }]) => [id, Properties['Tags'] as { Key: string; Value: string }[]]);
}
