import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildAppOptions } from 'fauxqs';
import { projectRoot } from './project.ts';

interface Attribute {
  readonly DataType: string;
  readonly StringValue?: string;
}
type Attributes = Readonly<Record<string, Attribute>>;
type Policy = Readonly<Record<string, unknown>>;

interface Subscription {
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the emulator's modules hold, of which its package exports none. */
interface EmulatorsTopics {
  readonly SnsStore: new () => { spy?: unknown; getSubscription(arn: string): Subscription | undefined };
}
interface EmulatorsFilter {
  readonly matchesFilterPolicy: (policy: Policy, attributes: Attributes) => boolean;
}

const EVERYTHING = '{}';
const NOTHING = JSON.stringify({ 'no message has this': [{ exists: true }] });

/**
 * The emulator's topics, whose filter policies compare an attribute as a whole; here a list (`String.Array`) matches where one of
 * its elements does, as in SNS. While a message is published, each subscription shows a policy that takes it or does not.
 */
export async function openTopics(): Promise<NonNullable<BuildAppOptions['stores']>['snsStore']> {
  const [{ SnsStore }, { matchesFilterPolicy }] = await Promise.all([
    emulators<EmulatorsTopics>('snsStore.js'),
    emulators<EmulatorsFilter>('filter.js'),
  ]);

  const matches = (policy: Policy, published: Attributes): boolean =>
    Object.entries(policy).every(([name, conditions]) => {
      if (name === '$or') return (conditions as Policy[]).some((group) => matches(group, published));
      const attribute = published[name];
      if (attribute?.DataType !== 'String.Array') return matchesFilterPolicy({ [name]: conditions }, published);
      const elements = (JSON.parse(attribute.StringValue!) as unknown[]).map(String);
      const meets = (condition: unknown) => (element: string) =>
        matchesFilterPolicy({ [name]: [condition] }, { [name]: { DataType: 'String', StringValue: element } });
      return [conditions].flat().some((condition) => {
        const excludes = typeof condition === 'object' && condition !== null && 'anything-but' in condition;
        return excludes ? elements.every(meets(condition)) : elements.some(meets(condition));
      });
    });

  return new (class extends SnsStore {
    #published: Attributes | undefined;

    /** Hears of a message before it is handed to the subscriptions, all in one go. */
    override spy = {
      addMessage: ({ service, messageAttributes }: { service: string; messageAttributes?: Attributes }) => {
        if (service !== 'sns') return;
        this.#published = messageAttributes ?? {};
        queueMicrotask(() => {
          this.#published = undefined;
        });
      },
    };

    override getSubscription(arn: string): Subscription | undefined {
      const subscription = super.getSubscription(arn);
      const { FilterPolicy, FilterPolicyScope } = subscription?.attributes ?? {};
      if (!this.#published || !FilterPolicy || FilterPolicyScope === 'MessageBody') return subscription;
      const taken = matches(JSON.parse(FilterPolicy) as Policy, this.#published);
      return {
        ...subscription,
        attributes: { ...subscription!.attributes, FilterPolicy: taken ? EVERYTHING : NOTHING },
      };
    }
  })() as unknown as NonNullable<BuildAppOptions['stores']>['snsStore'];
}

const emulators = async <T>(module: string): Promise<T> =>
  (await import(pathToFileURL(join(projectRoot, 'node_modules/fauxqs/dist/sns', module)).href)) as T;
