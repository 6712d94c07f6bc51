import { expect, test } from '@jest/globals';
import { App } from 'aws-cdk-lib';
import { type Account, findings } from '../../infra/preflight/findings.ts';
import { readSettings } from '../../infra/settings.ts';

const NEW: Account = {
  concurrency: 10,
  unreservedConcurrency: 10,
  bootstrapped: true,
  stackStands: false,
  inboxStands: false,
  tableWriteUnits: 40_000,
};

const problems = (context: Record<string, unknown>, account: Partial<Account> = {}) =>
  findings(readSettings(new App({ context }).node), { ...NEW, ...account })
    .filter(({ ok }) => !ok)
    .map(({ text }) => text);

test('the defaults fit a new account of ten concurrent executions', () => {
  expect(problems({})).toEqual([]);
});

test.each<[string, Record<string, unknown>, Partial<Account>, RegExp]>([
  ['no bootstrap', {}, { bootstrapped: false }, /npx cdk bootstrap/],
  ['too much at once', { extractConcurrency: '50' }, {}, /52 are wanted, -42 would be left: .* extractConcurrency=5$/],
  ['an inbox that was left', {}, { inboxStands: true }, /adopt it \(docs\/operations\.md/],
  ['too many units', { tableCapacity: 'provisioned', tableMostUnits: '9000' }, { tableWriteUnits: 5_000 }, /set less/],
])('%s is told with its remedy', (_, context, account, message) => {
  expect(problems(context, account)).toEqual([expect.stringMatching(message)]);
});

test('an inbox is no obstacle to its own stack, nor to its adoption', () => {
  expect(problems({}, { inboxStands: true, stackStands: true })).toEqual([]);
  expect(problems({ stateOnly: 'true' }, { inboxStands: true })).toEqual([]);
});
