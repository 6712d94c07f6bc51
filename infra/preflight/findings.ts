import type { Settings } from '../settings.ts';

/** What an account takes and holds, as far as a deployment depends on it. */
export interface Account {
  /** Concurrent executions of all its functions together. */
  readonly concurrency: number;
  /** Of these, not kept for single functions. */
  readonly unreservedConcurrency: number;
  /** Version of the CDK's bootstrap in this region; undefined where there is none. */
  readonly bootstrapped: boolean;
  readonly stackStands: boolean;
  /** Whether a bucket of the inbox's name stands. */
  readonly inboxStands: boolean;
  /** Most write units a second of one table. */
  readonly tableWriteUnits: number;
}

export interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

/** What questions and other functions need beside the queues' consumers. */
const LEAST_LEFT = 3;

/** Whether a deployment with these settings fits this account, and what to do where it does not. */
export function findings(settings: Settings, account: Account): Finding[] {
  const { splitConcurrency, extractConcurrency, stackName, tableCapacity, tableMostUnits, stateOnly } = settings;
  const wanted = splitConcurrency + extractConcurrency;
  const left = account.unreservedConcurrency - wanted;
  const fits = Math.max(2, account.unreservedConcurrency - LEAST_LEFT - splitConcurrency);
  return [
    account.bootstrapped
      ? { ok: true, text: 'the CDK is bootstrapped here' }
      : { ok: false, text: 'the CDK is not bootstrapped here: npx cdk bootstrap' },
    left >= LEAST_LEFT
      ? { ok: true, text: `of ${account.concurrency} concurrent executions ${left} are left to others` }
      : {
          ok: false,
          text:
            `of ${account.concurrency} concurrent executions ${wanted} are wanted, ${left} would be left: ask for more ` +
            `(Service Quotas, Lambda, "Concurrent executions"), or deploy with -c extractConcurrency=${fits}`,
        },
    account.inboxStands && !account.stackStands && !stateOnly
      ? {
          ok: false,
          text: `an inbox of an earlier stack "${stackName}" stands: adopt it (docs/operations.md, "Destroyed and deployed again")`,
        }
      : { ok: true, text: 'no inbox of an earlier stack stands in the way' },
    tableCapacity === 'onDemand' || tableMostUnits <= account.tableWriteUnits
      ? { ok: true, text: `a table may have ${account.tableWriteUnits} write units a second` }
      : {
          ok: false,
          text: `a table may have ${account.tableWriteUnits} write units a second, and tableMostUnits is ${tableMostUnits}: ask for more, or set less`,
        },
  ];
}
