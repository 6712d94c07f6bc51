/** The key schema, known to the stack and to the code that reads and writes: no SDK here. */
export const TABLE_KEY = { partition: 'pk', sort: 'sk' } as const;

/** Index 1 orders by time: what came in, what mentions an entity, what a speaker said, newest first. */
export const TIME_INDEX = { name: 'byTime', partition: 'timePk', sort: 'timeSk' } as const;
