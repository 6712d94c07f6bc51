import type { EntityId } from '../language/analysis.ts';
import { knownEntity } from '../table/mentions.ts';
import type { Reader } from '../table/reader.ts';

/** Why there is no answer about these: nobody is told to leave out what was never given. */
export async function whyNothing(
  reader: Reader,
  ids: readonly EntityId[],
  { what, narrowedBy }: { readonly what: string; readonly narrowedBy: Readonly<Record<string, unknown>> },
): Promise<string> {
  const unknown: EntityId[] = [];
  for (const id of ids) if (!(await knownEntity(reader, id))) unknown.push(id);
  const options = Object.entries(narrowedBy).flatMap(([option, value]) => (value === undefined ? [] : [`--${option}`]));
  if (unknown.length > 0) {
    return `No article mentions ${unknown.join(' or ')}: look names up with "news-ingest entities --name".`;
  }
  if (options.length > 0)
    return `No ${what} with ${options.join(', ')} as given: change or leave out ${options.join(' or ')}.`;
  return `No ${what} in the articles here.`;
}
