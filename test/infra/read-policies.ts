import type { Resource } from './synthesise.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Principal?: Record<string, unknown>;
  readonly Condition?: unknown;
}

/** CloudFormation's expressions as a line to compare: `{ 'Fn::GetAtt': ['InboxBucket1EDE8E4F', 'Arn'] }` is "InboxBucket". */
export function readable(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const [[name, argument] = []] = Object.entries(value as Record<string, unknown>);
  if (name === 'Ref') return withoutHash(argument as string);
  if (name === 'Fn::GetAtt') return withoutHash((argument as [string, string])[0]);
  if (name === 'Fn::Sub') return argument as string;
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(readable).join(separator);
  }
  throw new Error(`no reading for ${JSON.stringify(value)}`);
}

/** "InboxBucket1EDE8E4F" → "InboxBucket" */
const withoutHash = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const statementsOf = (policy: Resource) =>
  (policy.Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;

/** What each role may do: role → "action resource", sorted; every policy of the template is in it. */
export function permissions(resources: Record<string, Resource>): Record<string, string[]> {
  const may: Record<string, string[]> = {};
  for (const [id, resource] of Object.entries(resources)) {
    if (resource.Type === 'AWS::IAM::Role') {
      may[withoutHash(id)] ??= [];
      for (const arn of list(resource.Properties['ManagedPolicyArns'] ?? [])) {
        may[withoutHash(id)]!.push(`managed ${readable(arn)}`);
      }
    }
    if (resource.Type !== 'AWS::IAM::Policy' && resource.Type !== 'AWS::IAM::ManagedPolicy') continue;
    for (const role of (resource.Properties['Roles'] as unknown[]).map(readable)) {
      (may[role] ??= []).push(...statementsOf(resource).flatMap(actionsOnResources));
    }
  }
  return Object.fromEntries(Object.entries(may).map(([role, lines]) => [role, lines.sort()]));
}

const actionsOnResources = ({ Effect, Action, Resource, Condition }: Statement) =>
  list(Action).flatMap((action) =>
    list(Resource).map(
      (resource) =>
        `${Effect === 'Allow' ? '' : 'DENIED '}${action} ${readable(resource)}${Condition ? ` if ${JSON.stringify(Condition)}` : ''}`,
    ),
  );

/** What others may do to buckets and queues: "resource" → statements as "effect principal action if condition", sorted. */
export function resourcePolicies(resources: Record<string, Resource>): Record<string, string[]> {
  const policies: Record<string, string[]> = {};
  for (const resource of Object.values(resources)) {
    const target =
      resource.Properties['Bucket'] ?? list(resource.Properties['Queues'] ?? resource.Properties['Topics'])[0];
    if (!/::(?:Bucket|Queue|Topic)Policy$/.test(resource.Type)) continue;
    policies[readable(target)] = statementsOf(resource)
      .map(
        ({ Effect, Action, Principal, Condition }) =>
          `${Effect} ${Object.values(Principal ?? {})
            .map(readable)
            .join()} ${list(Action).join()} if ${conditionOf(Condition)}`,
      )
      .sort();
  }
  return policies;
}

const conditionOf = (condition: unknown) =>
  Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>)
    .flatMap(([operator, terms]) =>
      Object.entries(terms).map(([key, value]) => `${operator} ${key} ${list(value).map(readable).join('|')}`),
    )
    .join(' and ');
