import { isDeepStrictEqual } from 'node:util';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { resultEvent, type ResultEvent } from '../../shared/events/result-event.ts';
import { ARTICLE_ROW, QUOTATION_PREFIX, SPEAKER_PREFIX } from '../../shared/table/keys.ts';
import type { Item } from '../../shared/table/table.ts';

/** What the table itself did to an article, seen from the writes that it took. */
interface Change {
  readonly status: string;
  readonly revision: string;
  readonly extractorVersion: number | undefined;
  /** Of an article that is READY. */
  readonly names: ReadonlySet<string>;
  readonly statements: number;
  readonly speakers: ReadonlySet<string>;
}

/** Hears all events of a history, and holds them against the changes of the table. */
export class Subscriber {
  readonly #changes = new Map<string, Change[]>();
  readonly #heard = new Map<string, ResultEvent[]>();
  readonly #ids = new Set<string>();
  readonly #found: string[] = [];

  /** Sees a write that the table has taken. @param rows of the table, after it. */
  async see(command: object, rows: () => Promise<readonly Item[]>): Promise<void> {
    const item = command instanceof PutCommand ? (command.input.Item as Item) : undefined;
    if (item?.sk !== ARTICLE_ROW) return;
    const status = item['status'] as string;
    if (status === 'PENDING') return;
    // What an older extractor writes late stands there too, until that one sweeps it.
    const isOwn = (row: Item) =>
      row.pk === item.pk &&
      row['revision'] === item['revision'] &&
      row['extractorVersion'] === item['extractorVersion'];
    const own = status === 'READY' ? (await rows()).filter(isOwn) : [];
    const names = own.filter(({ sk }) => sk.startsWith('ENTITY#') && !sk.startsWith('ENTITY#VALUES'));
    const statements = own.filter(({ sk }) => sk.startsWith(QUOTATION_PREFIX));
    const further = own.filter(({ sk }) => sk.startsWith(SPEAKER_PREFIX));
    const change = {
      status,
      revision: item['revision'] as string,
      extractorVersion: item['extractorVersion'] as number | undefined,
      names: new Set(names.map(({ id }) => id as string)),
      statements: statements.length,
      speakers: new Set([
        ...statements.flatMap(({ speaker }) => (speaker ? [speaker as string] : [])),
        ...further.map(({ sk }) => sk.replace(/^SPEAKER#\d+#/, '')),
      ]),
    };
    this.#changes.set(item.pk, [...(this.#changes.get(item.pk) ?? []), change]);
  }

  /** @param body of a message from the topic. @returns whether it is heard for the first time. */
  hear(body: string): boolean {
    const event = resultEvent.parse(JSON.parse(body));
    if (this.#ids.has(event.id)) return false;
    this.#ids.add(event.id);
    const pk = `ARTICLE#${event.key}`;
    const before = this.#heard.get(pk) ?? [];
    this.#heard.set(pk, [...before, event]);
    const changes = this.#changes.get(pk) ?? [];
    const [previous, change] = [changes[before.length - 1], changes[before.length]];
    if (!change) this.#found.push(`${told(event)} precedes what it tells of`);
    else this.#compare(event, before.at(-1), change, previous);
    return true;
  }

  /** What does not hold once all is at rest. */
  violations(): string[] {
    const lost = [...this.#changes].flatMap(([pk, changes]) =>
      changes
        .slice(this.#heard.get(pk)?.length ?? 0)
        .map(({ status, revision }) => `${pk} became ${status} at ${revision}: nobody was told`),
    );
    return [...this.#found, ...lost];
  }

  #compare(event: ResultEvent, before: ResultEvent | undefined, change: Change, previous: Change | undefined): void {
    const wrong = (what: string) => this.#found.push(`${told(event)} ${what}`);
    const status = change.status === 'READY' && previous?.status === 'READY' ? 'CORRECTED' : change.status;
    const { revision, extractorVersion } = change;
    if (event.status !== status || event.revision !== revision || event.extractorVersion !== extractorVersion) {
      wrong(`is not the next change, ${status} at ${revision}`);
    }
    if (before && event.version <= before.version) wrong(`is not later than ${before.version}`);
    const replaces = previous && {
      status: previous.status,
      revision: previous.revision,
      ...(previous.status === 'READY' && { extractorVersion: previous.extractorVersion }),
    };
    if (!isDeepStrictEqual({ ...event.replaces }, { ...replaces })) {
      wrong(`replaces ${JSON.stringify(event.replaces)}, not ${JSON.stringify(replaces)}`);
    }
    if (!isDeepStrictEqual(event.speakers ?? [], [...change.speakers].sort())) {
      wrong(`names the speakers ${String(event.speakers)}, not ${[...change.speakers].join(', ')}`);
    }
    if (status !== 'CORRECTED') return;
    const { names, statements } = event.changes!;
    const known = new Set([...previous!.names, ...names.added].filter((id) => !names.removed.includes(id)));
    if (!isDeepStrictEqual([...known].sort(), [...change.names].sort())) {
      wrong(`leaves its reader with the names ${[...known].join(', ')}`);
    }
    if (previous!.statements + statements.added.length - statements.removed.length !== change.statements) {
      wrong(`leaves its reader with other statements than ${change.statements}`);
    }
  }
}

const told = ({ key, status, version }: ResultEvent): string => `the event ${status} of ${key} (${version})`;
