/** @throws Error with the remedy where the variable is not set. */
export function environment(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is not set: deploy the stack, or run "npm start" for the local one.`);
}
