import covering from 'covertable';

type Given = Readonly<Record<string, string>>;

const TOLD = { alarmEmail: 'desk@example.org', monthlyBudget: '200' };
const WATCHED = { ...TOLD, tags: 'costCentre=news,owner=desk' };

/** Everything that can be switched on, in the combinations that differ most. */
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
export const CHOICES: readonly (readonly Given[])[] = [
  [{}, { removalProtection: 'false' }],
  [{}, { tableDeletionProtection: 'true' }],
  [{}, { stateOnly: 'true' }],
  [{}, { customerKey: 'true' }],
  [{}, { archiveBuckets: 'news-archive' }, { archiveBuckets: 'news-archive,old.wires', bulkConcurrency: '3' }],
  [{}, { bulkEvents: 'false' }],
  [{}, { tableCapacity: 'provisioned' }],
  [{}, TOLD, { alarmEmail: 'desk@example.org' }, { alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:desk' }],
  [{}, { tracing: 'true' }],
  [{}, { gradualDeployment: 'true' }],
  [{}, { redriveHours: '1' }, { redriveHours: '24' }],
  [{}, { operators: 'arn:aws:iam::111122223333:role/desk-*' }],
  [{}, { tags: 'costCentre=news' }],
];

/** Few variants in which every so many choices of different settings meet: of every two 15, of every three 46. */
export const coveringVariants = (strength: number): Readonly<Record<string, Given>> =>
  Object.fromEntries(
    covering
      .make(
        CHOICES.map((choices) => [...choices]),
        { length: strength },
      )
      .map((chosen) => {
        const settings: Given = Object.assign({}, ...chosen) as Given;
        const named = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
        return [named.join(' ') || 'default', settings];
      }),
  );
