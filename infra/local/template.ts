import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional(), packaging: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const TemplateFile = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.unknown().optional(), Condition: z.string().optional() }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});

/** A synthesised stack: its resources with the intrinsics still in them, and where its assets lie. */
export interface Template {
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly resources: ReadonlyMap<string, { readonly type: string; readonly properties: unknown }>;
  readonly outputs: ReadonlyMap<string, unknown>;
  /** Folder of an asset by the S3 key that the template gives it. */
  readonly assetFolders: ReadonlyMap<string, string>;
}

/** Reads the one stack of a cloud assembly (the folder that `cdk synth` writes). */
export function readTemplate(assembly: string): Template {
  const { artifacts } = Manifest.parse(readJson(join(assembly, 'manifest.json')));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  if (stacks.length !== 1) {
    throw new Error(`${assembly} holds ${stacks.length} stacks: the local AWS runs exactly one.`);
  }
  const [stackId, stack] = stacks[0]!;
  const file = TemplateFile.parse(readJson(join(assembly, String(stack.properties?.['templateFile']))));
  return {
    parameters: new Map(Object.entries(file.Parameters).map(([name, { Default }]) => [name, Default])),
    resources: new Map(
      Object.entries(file.Resources).map(([id, { Type, Properties, Condition }]) => {
        if (Condition !== undefined && Type !== 'AWS::CDK::Metadata') {
          throw new Error(`${id} (${Type}) depends on the condition ${Condition}: the local AWS knows no conditions.`);
        }
        return [id, { type: Type, properties: Properties ?? {} }];
      }),
    ),
    outputs: new Map(Object.entries(file.Outputs).map(([name, { Value }]) => [name, Value])),
    assetFolders: readAssetFolders(assembly, `${stackId}.assets.json`),
  };
}

function readAssetFolders(assembly: string, manifest: string): Map<string, string> {
  const { files } = AssetManifest.parse(readJson(join(assembly, manifest)));
  const folders = new Map<string, string>();
  for (const { source, destinations } of Object.values(files)) {
    if (source.packaging !== 'zip' || source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations)) folders.set(objectKey, join(assembly, source.path));
  }
  return folders;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
