import { pairwise } from './pairs.ts';

type Given = Readonly<Record<string, string>>;

/** Everything that can be switched on, in the combinations that differ most. */
const WATCHED = { alarmEmail: 'desk@example.org', monthlyBudget: '200', tags: 'costCentre=news,owner=desk' };

export const NAMED_VARIANTS: Readonly<Record<string, Given>> = {
  default: {},
  trial: { removalProtection: 'false', customerKey: 'true', redriveHours: '1' },
  guarded: {
    ...WATCHED,
    customerKey: 'true',
    tableDeletionProtection: 'true',
    operators: 'arn:aws:iam::111122223333:role/desk-*',
    redriveHours: '6',
  },
  traced: {
    tracing: 'true',
    gradualDeployment: 'true',
    alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:desk',
    tableCapacity: 'provisioned',
  },
  everything: {
    ...WATCHED,
    customerKey: 'true',
    tracing: 'true',
    gradualDeployment: 'true',
    tableCapacity: 'provisioned',
    redriveHours: '24',
    operators: 'arn:aws:iam::111122223333:role/desk',
    tableDeletionProtection: 'true',
    archiveBuckets: 'news-archive,old.wires',
  },
  adopting: { stateOnly: 'true', customerKey: 'true' },
};

/** Settings that decide which resources the template has, with what can be said of each. Numbers only fill them in. */
const CHOICES: readonly (readonly Given[])[] = [
  [{}, { removalProtection: 'false' }],
  [{}, { tableDeletionProtection: 'true' }],
  [{}, { stateOnly: 'true' }],
  [{}, { customerKey: 'true' }],
  [{}, { archiveBuckets: 'news-archive' }, { archiveBuckets: 'news-archive,old.wires', bulkConcurrency: '3' }],
  [{}, { bulkEvents: 'false' }],
  [{}, { tableCapacity: 'provisioned' }],
  [{}, WATCHED, { alarmEmail: 'desk@example.org' }, { alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:desk' }],
  [{}, { tracing: 'true' }],
  [{}, { gradualDeployment: 'true' }],
  [{}, { redriveHours: '1' }, { redriveHours: '24' }],
  [{}, { operators: 'arn:aws:iam::111122223333:role/desk-*' }],
  [{}, { tags: 'costCentre=news' }],
];

/** Variants in which every two choices of two settings meet. */
export const pairedVariants = (): Readonly<Record<string, Given>> =>
  Object.fromEntries(
    pairwise(CHOICES.map(({ length }) => length)).map((row) => {
      const chosen: Given = Object.assign({}, ...row.map((choice, parameter) => CHOICES[parameter]![choice]!)) as Given;
      return [
        Object.entries(chosen)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ') || 'default',
        chosen,
      ];
    }),
  );
