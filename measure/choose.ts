/** What a command can do, by name: in a line for its list, and the module that does it with the arguments that are left. */
export type Choices = Readonly<Record<string, readonly [description: string, start: () => Promise<unknown>]>>;

/** Starts what the first argument names; else lists all that there is, and ends with 2. */
export async function choose(command: string, choices: Choices): Promise<void> {
  const [start] = process.argv.splice(2, 1);
  const chosen = choices[start ?? ''];
  if (chosen) {
    await chosen[1]();
    return;
  }
  const width = Math.max(...Object.keys(choices).map(({ length }) => length));
  const lines = Object.entries(choices).map(([name, [description]]) => `  ${name.padEnd(width)}  ${description}`);
  console.error([`Usage: ${command} -- NAME [arguments]`, ...lines].join('\n'));
  process.exitCode = 2;
}
