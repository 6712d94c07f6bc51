import type { Fate } from './drop-articles.ts';
import { count } from './output.ts';

/** What became of many files. */
export class PutSummary {
  /** How many have been dropped: a file may hold several. */
  files = 0;
  readonly #told = { READY: 0, EMBARGOED: 0, WITHDRAWN: 0, PENDING: 0 };
  #leftOut = 0;
  #there = 0;
  #replaced = 0;
  #overdue = 0;
  readonly #refused = new Map<string, number>();

  add(fate: Fate): void {
    if ('overdue' in fate) {
      this.#overdue += 1;
      return;
    }
    const { article } = fate.stored;
    if (fate.replaced) this.#replaced += 1;
    if (article.status === 'REJECTED') this.#refused.set(article.code, (this.#refused.get(article.code) ?? 0) + 1);
    else this.#told[article.status] += 1;
  }

  /** A member of a file that cannot be dropped. */
  leaveOut(): void {
    this.#leftOut += 1;
  }

  /** What was dropped before, and is passed over. */
  passOver(): void {
    this.#there += 1;
  }

  get isOfMany(): boolean {
    return this.files + this.#leftOut + this.#there > 1;
  }

  get progress(): string {
    const told = Object.values(this.#told).reduce((sum, files) => sum + files, 0);
    return `${told + this.#refusedCount + this.#overdue} of ${this.files}`;
  }

  /** "8 files: 6 READY, 2 refused (1 EMPTY, 1 BINARY), 3 replaced" */
  get text(): string {
    const codes = [...this.#refused].map(([code, files]) => `${files} ${code}`).join(', ');
    return [
      `${count(this.files, 'file')}: ${this.#told.READY} READY`,
      ...(['EMBARGOED', 'WITHDRAWN'] as const).flatMap((status) =>
        this.#told[status] === 0 ? [] : [`${this.#told[status]} ${status}`],
      ),
      ...(codes === '' ? [] : [`${this.#refusedCount} refused (${codes})`]),
      ...(this.#overdue === 0 ? [] : [`${this.#overdue} overdue`]),
      ...(this.#leftOut === 0 ? [] : [`${this.#leftOut} left out`]),
      ...(this.#there === 0 ? [] : [`${this.#there} dropped before`]),
      ...(this.#replaced === 0 ? [] : [`${this.#replaced} replaced`]),
    ].join(', ');
  }

  get #refusedCount(): number {
    return [...this.#refused.values()].reduce((sum, files) => sum + files, 0);
  }
}
