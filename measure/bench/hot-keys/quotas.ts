/** Articles a second: a large newsroom, all agencies of a country, and more than the world's news have. */
export const RATES = [10, 100, 500] as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const UNITS_A_KEY = 1_000;

/** Seconds that `extract` works on an article of 840 words, waiting included: `npm run measure -- costs`. */
const EXTRACT_SECONDS = 0.29;

interface Limit {
  readonly quota: string;
  readonly least: number;
  readonly lift: string;
}

/** What an account begins with, in one region; each can be raised on request. */
export const LIMITS = {
  tableUnits: {
    quota: 'write units a second of a table',
    least: 40_000,
    lift: 'Service Quotas; with provisioned units tableMostUnits',
  },
  newTableUnits: {
    quota: 'write units a second of a new table on demand',
    least: 4_000,
    lift: 'it takes twice its last peak; or warm throughput',
  },
  indexUnits: { quota: 'write units a second of an index', least: 40_000, lift: 'as of the table' },
  concurrency: {
    quota: 'concurrent executions (a new account: 10)',
    least: 1_000,
    lift: 'Service Quotas; extractConcurrency',
  },
  events: { quota: 'messages a second of FIFO topics', least: 3_000, lift: 'Service Quotas; bulkEvents=false' },
  puts: { quota: 'PUTs a second of a prefix of the inbox', least: 3_500, lift: 'keys under several prefixes' },
} as const satisfies Record<string, Limit>;

export interface Reached extends Limit {
  /** What one article takes of it. */
  readonly perArticle: number;
  /** Articles a second. */
  readonly stopsAt: number;
}

/** Which stops first, at how many articles a second. */
export function limitsReached({
  tableUnits,
  mostIndexUnits,
}: {
  readonly tableUnits: number;
  readonly mostIndexUnits: number;
}): Reached[] {
  const takes: Record<keyof typeof LIMITS, number> = {
    tableUnits,
    newTableUnits: tableUnits,
    indexUnits: mostIndexUnits,
    concurrency: EXTRACT_SECONDS,
    events: 1,
    puts: 1,
  };
  return Object.entries(LIMITS)
    .map(([name, limit]) => {
      const perArticle = takes[name as keyof typeof LIMITS];
      return { ...limit, perArticle, stopsAt: limit.least / perArticle };
    })
    .sort((one, other) => one.stopsAt - other.stopsAt);
}
