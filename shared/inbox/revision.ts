/**
 * One version of an object in the bucket: the sequencer of the event that told of it, in a form whose order as text is the
 * order of the events of one key.
 */
export type Revision = string;

/** S3's sequencers had 16 and 18 hexadecimal digits so far; too little room would cost order. */
const SEQUENCER_DIGITS = 24;

/** The digits beyond are no sequencer's: `reconcile` counts there, between two events of S3. */
const REVISION_DIGITS = 32;

/**
 * "The sequencers can be different lengths. To compare these values, right-pad the shorter value with zeros, and then do a
 * lexicographical comparison" (https://repost.aws/knowledge-center/s3-duplicate-sqs-messages).
 * @throws Error where the event carries no sequencer: without one its place among the others is unknown.
 */
export function revisionOf(sequencer: string): Revision {
  if (!/^[0-9a-f]+$/i.test(sequencer) || sequencer.length > SEQUENCER_DIGITS) {
    throw new Error(
      `The event's sequencer "${sequencer.slice(0, 80)}" is not a hexadecimal number of at most ${SEQUENCER_DIGITS} digits: ` +
        'let Amazon S3 alone send to the arrivals queue, or widen SEQUENCER_DIGITS before any article is stored.',
    );
  }
  return sequencer.toUpperCase().padEnd(REVISION_DIGITS, '0');
}

/** What follows a revision, before any later event of S3; the first of all where there is none. */
export const nextRevision = (revision: Revision | undefined): Revision =>
  (BigInt(`0x${revision ?? '0'}`) + 1n).toString(16).toUpperCase().padStart(REVISION_DIGITS, '0');
