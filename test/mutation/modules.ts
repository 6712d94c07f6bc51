import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { SourceTextModule, SyntheticModule, type Module } from 'node:vm';
import { transformSync } from 'esbuild';

/** Says which file an import means: the path of a source, else the name of a package. */
export type Resolve = (specifier: string, importer: string) => string;

const isSource = (name: string): boolean => name.startsWith('/');

/**
 * The sources as modules that can be loaded anew: where the text of one is another, it and what imports it are made again,
 * and the rest stays as it stands, with all that it has read.
 */
export class Modules {
  readonly #resolve: Resolve;
  /** By path or name of a package; with what stands for a package where it is not the package itself. */
  readonly #modules = new Map<string, Promise<Module>>();
  readonly #given: ReadonlyMap<string, object>;
  readonly #code = new Map<string, string>();
  /** Of a source, those that import it. */
  readonly #importers = new Map<string, Set<string>>();
  #planted: { readonly path: string; readonly code: string } | undefined;

  constructor(resolve: Resolve, given: ReadonlyMap<string, object>) {
    this.#resolve = resolve;
    this.#given = given;
  }

  /**
   * Loads from now on that text of a source, and no other text that was planted before.
   * @throws Error where it is no TypeScript.
   */
  plant(path: string, text: string): void {
    if (this.#planted) this.#forget(this.#planted.path);
    this.#planted = undefined;
    this.#planted = { path, code: codeOf(text) };
    this.#forget(path);
  }

  /** Whether a source imports another, directly or not; known of what has been loaded once. */
  dependsOn(path: string, other: string): boolean {
    return this.#dependents(other).has(path);
  }

  async load(path: string): Promise<void> {
    const module = await this.#module(path);
    if (module.status === 'unlinked')
      await module.link((specifier, { identifier }) => this.#import(specifier, identifier));
    await module.evaluate();
  }

  #import(specifier: string, importer: string): Promise<Module> {
    const name = this.#resolve(specifier, importer);
    if (isSource(name)) this.#importers.set(name, (this.#importers.get(name) ?? new Set()).add(importer));
    return this.#module(name);
  }

  #module(name: string): Promise<Module> {
    const known = this.#modules.get(name);
    if (known) return known;
    const made = isSource(name) ? Promise.resolve(this.#source(name)) : this.#package(name);
    this.#modules.set(name, made);
    return made;
  }

  #source(path: string): Module {
    return new SourceTextModule(this.#codeOf(path), {
      identifier: path,
      initializeImportMeta: (meta) => {
        meta.url = pathToFileURL(path).href;
      },
      // As Node does it, but that what is planted is seen.
      importModuleDynamically: async (specifier: string) => {
        const module = await this.#import(specifier, path);
        await this.load(this.#resolve(specifier, path));
        return module;
      },
    });
  }

  async #package(name: string): Promise<Module> {
    const exported = this.#given.get(name) ?? ((await import(name)) as object);
    const module = new SyntheticModule(Object.keys(exported), function () {
      for (const [key, value] of Object.entries(exported)) this.setExport(key, value);
    });
    await module.link(() => {
      throw new Error('A package is given whole.');
    });
    await module.evaluate();
    return module;
  }

  #codeOf(path: string): string {
    if (this.#planted?.path === path) return this.#planted.code;
    const code = this.#code.get(path) ?? codeOf(readFileSync(path, 'utf8'));
    this.#code.set(path, code);
    return code;
  }

  #forget(path: string): void {
    for (const dependent of this.#dependents(path)) this.#modules.delete(dependent);
  }

  /** With itself. */
  #dependents(path: string): ReadonlySet<string> {
    const found = new Set([path]);
    for (const dependent of found) for (const importer of this.#importers.get(dependent) ?? []) found.add(importer);
    return found;
  }
}

const codeOf = (text: string): string => transformSync(text, { loader: 'ts', format: 'esm', target: 'node20' }).code;
