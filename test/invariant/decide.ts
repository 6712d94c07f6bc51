/** What becomes of a call. */
export type Fault =
  | 'refused' // it has no effect and fails, as after three answers of 5xx
  | 'throttled'
  | 'unanswered' // it has its effect and fails: no answer came
  | 'repeated' // it has its effect, no answer comes, and the SDK sends it again
  | 'killed after'; // it has its effect, and its function dies

export interface Decision {
  readonly kind:
    | 'go on'
    | 'act'
    | 'deliver'
    | 'duplicate'
    | 'kill'
    | 'time out'
    | 'redrive'
    | 'upgrade'
    | 'roll back'
    | 'reprocess'
    | 'ask';
  /** Which of several. */
  readonly pick: number;
  readonly fault?: Fault;
}

const FAULTS: readonly Fault[] = ['refused', 'throttled', 'unanswered', 'repeated', 'killed after'];

/** What a number of the plan means; 0 is the next step of an orderly world. Of a hundred numbers … */
export function decide(number: number): Decision {
  const pick = Math.floor(number / 100);
  const share = number % 100;
  if (share < 55) return { kind: 'go on', pick };
  if (share < 58) return { kind: 'ask', pick };
  if (share < 66) return { kind: 'go on', pick, fault: FAULTS[pick % FAULTS.length]! };
  if (share < 76) return { kind: 'act', pick };
  if (share < 91) return { kind: 'deliver', pick };
  if (share < 94) return { kind: 'duplicate', pick };
  if (share < 95) return { kind: 'kill', pick };
  if (share < 96) return { kind: 'time out', pick };
  if (share < 97) return { kind: 'redrive', pick };
  if (share < 99) return { kind: pick % 3 === 0 ? 'roll back' : 'upgrade', pick };
  return { kind: 'reprocess', pick };
}
