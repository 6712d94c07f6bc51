/**
 * The value at a reference path of Amazon States Language: `$`, or names parted by dots, as `$.list.bucket`.
 * @throws Error where nothing stands there, as the service ends with States.ParameterPathFailure.
 */
export function valueAt(path: string, input: unknown): unknown {
  const names = path.split('.');
  if (names.shift() !== '$') throw new Error(`${path} is no path that is imitated here`);
  let value = input;
  for (const name of names) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    if (value === undefined) throw new Error(`States.ParameterPathFailure: the input holds no ${path}`);
  }
  return value;
}

/** Parameters with the values that their paths (`"Key.$": "$.key"`) name. */
export function fillIn(parameters: Readonly<Record<string, unknown>>, input: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) =>
      name.endsWith('.$') ? [name.slice(0, -2), valueAt(value as string, input)] : [name, value],
    ),
  );
}
