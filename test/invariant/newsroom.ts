import { createHash } from 'node:crypto';
import { ARTICLES } from './articles.ts';
import type { Act } from './history.ts';
import type { Queues } from './queues.ts';
import type { Services } from './services.ts';

/** What puts files into the bucket and removes them, and the events by which S3 tells of it. */
export class Newsroom {
  /** Keys of which an event never reached the queue. */
  readonly lost = new Set<string>();
  readonly #services: Services;
  readonly #queues: Queues;
  readonly #lostPercent: number;
  readonly #count: (what: string) => void;
  readonly #texts = new Map<string, string>();
  #events = 0;

  constructor(services: Services, queues: Queues, lostPercent: number, count: (what: string) => void) {
    this.#services = services;
    this.#queues = queues;
    this.#lostPercent = lostPercent;
    this.#count = count;
  }

  /** What was put under an ETag. */
  textOf(etag: string): string {
    return this.#texts.get(etag) ?? '';
  }

  async act({ key, does, joined, chance }: Act): Promise<void> {
    const article = does in ARTICLES ? ARTICLES[does as keyof typeof ARTICLES] : undefined;
    const published = `2026-${String((this.#events % 3) + 9).padStart(2, '0')}-01T06:00:00.000Z`;
    if (article) {
      this.#texts.set(`"${createHash('md5').update(article).digest('hex')}"`, Buffer.from(article).toString());
      this.#tell({ key, joined, chance }, 'ObjectCreated:Put', await this.#services.put(key, article, published));
    } else if (does === 'remove' || !this.#services.deleteVersion) {
      await this.#services.remove(key);
      this.#tell({ key, joined, chance }, 'ObjectRemoved:DeleteMarkerCreated');
    } else {
      await this.#services.deleteVersion(key, does === 'delete the oldest version' ? 'oldest' : 'current');
      this.#tell({ key, joined, chance }, 'ObjectRemoved:Delete');
    }
  }

  #tell({ key, joined, chance }: Omit<Act, 'does'>, eventName: string, eTag?: string): void {
    // As S3's own, sequencers differ in length: here without the zeros at their end.
    const sequencer = (++this.#events * 8)
      .toString(16)
      .padStart(4, '0')
      .replace(/(?<!0)0+$/, '');
    if (chance < this.#lostPercent) {
      this.#count('events lost');
      this.lost.add(key);
      return;
    }
    const object = { key: encodeURIComponent(key), eTag, sequencer };
    const record = { eventName, s3: { bucket: { name: 'inbox' }, object } };
    const last = this.#queues.lastArrival();
    if (joined && last) {
      const { Records } = JSON.parse(last.body) as { Records: object[] };
      last.body = JSON.stringify({ Records: [...Records, record] });
    } else this.#queues.send('arrivals', JSON.stringify({ Records: [record] }));
  }
}
