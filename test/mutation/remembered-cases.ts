import { readCases as read, type StoredCase } from '../language/trees/stored-cases.ts';

export * from '../language/trees/stored-cases.ts';

const remembered = new Map<string, Promise<StoredCase[]>>();

/** Read once for all faults: no fault is planted into what reads the trees, and frozen, none can change them. */
export function readCases(file: string): Promise<StoredCase[]> {
  const known = remembered.get(file) ?? read(file).then(frozen);
  remembered.set(file, known);
  return known;
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
