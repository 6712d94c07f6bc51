/** What a list holds. */
export interface Extent {
  readonly files: number;
  readonly bytes: number;
}

/** What reading it will take, with an error of some ten per cent for news and more for anything else. */
export interface Estimate {
  readonly writeUnits: number;
  readonly seconds: number;
  readonly dollars: number;
}

interface Rates {
  /** Children at once. */
  readonly concurrency: number;
  /** Write units a second that the table takes; undefined on demand. */
  readonly writeUnits?: number | undefined;
}

/** Write units a thousand bytes of news take, rows and index rows together: `npm run measure -- costs`, 202 for 5,100 bytes. */
const UNITS_A_KILOBYTE = 40;

/** Seconds of one virtual CPU a thousand bytes take: `npm run measure -- costs`, 0.28 for 5,100 bytes with S3 and the table. */
const SECONDS_A_KILOBYTE = 0.055;

/** A child's start, its share of a file: Step Functions and Lambda answer within a tenth of a second for ten files. */
const SECONDS_A_FILE = 0.01;

/** Dollars in us-east-1, November 2026: docs/performance.md names the sources. */
const DOLLARS = {
  writeUnit: 0.625e-6,
  provisionedWriteUnit: 0.258e-6,
  /** 1,769 MB of arm64. */
  lambdaSecond: 1.769 * 0.0000133334,
  /** GET of the file; a tenth of an Express execution, of an invocation and of a report's line. */
  file: 0.4e-6 + 0.2e-6,
};

export function estimate({ files, bytes }: Extent, { concurrency, writeUnits }: Rates): Estimate {
  const units = Math.ceil((bytes / 1000) * UNITS_A_KILOBYTE);
  const work = (bytes / 1000) * SECONDS_A_KILOBYTE + files * SECONDS_A_FILE;
  const written = writeUnits === undefined ? 0 : units / writeUnits;
  return {
    writeUnits: units,
    seconds: Math.max(work / concurrency, written),
    dollars:
      units * (writeUnits === undefined ? DOLLARS.writeUnit : DOLLARS.provisionedWriteUnit) +
      work * DOLLARS.lambdaSecond +
      files * DOLLARS.file,
  };
}
