import { execFileSync } from 'node:child_process';

/** https://cyclonedx.org/docs/1.5/json/, as far as it is looked at here. */
export interface BillOfMaterials {
  readonly components: readonly {
    readonly 'bom-ref': string;
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly object[];
    readonly properties?: readonly { readonly name: string; readonly value: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * All packages that are installed without development's, in CycloneDX. npm marks those of development, and leaves out more when
 * it is told `--omit=dev`: of npm 11.19 also what both need, as the S3 client.
 */
export function billOfMaterials(): BillOfMaterials {
  const printed = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  });
  const all = JSON.parse(printed) as BillOfMaterials;
  const left = new Set(
    all.components
      .filter(({ properties = [] }) => properties.some(({ name, value }) => name === DEVELOPMENT && value === 'true'))
      .map((component) => component['bom-ref']),
  );
  return {
    ...all,
    components: all.components.filter((component) => !left.has(component['bom-ref'])),
    dependencies: all.dependencies
      .filter(({ ref }) => !left.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => !left.has(ref)) })),
  };
}
