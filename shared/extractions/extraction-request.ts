import * as z from 'zod/mini';

const extractionRequest = z.object({
  key: z.string(),
  revision: z.string(),
  /** When the event happened that asks for it; absent where an operator does. */
  since: z.optional(z.string()),
});

/** What `split` asks of `extract`: the paragraphs of this revision are in the table. */
export type ExtractionRequest = z.infer<typeof extractionRequest>;

/** @throws Error that tells what was expected. */
export function readExtractionRequest(body: string): ExtractionRequest {
  const read = extractionRequest.safeParse(parseJson(body));
  if (read.success) return read.data;
  throw new Error(
    'The message is not {"key", "revision"}: let split alone, or a redrive, send to the extraction queue.',
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
