import type { Fate } from './drop-articles.ts';
import { count } from './output.ts';

/** What became of many files. */
export class PutSummary {
  /** How many have been dropped: a file may hold several. */
  files = 0;
  #ready = 0;
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
    else this.#ready += 1;
  }

  get progress(): string {
    return `${this.#ready + this.#refusedCount + this.#overdue} of ${this.files}`;
  }

  /** "8 files: 6 READY, 2 refused (1 EMPTY, 1 BINARY), 3 replaced" */
  get text(): string {
    const codes = [...this.#refused].map(([code, files]) => `${files} ${code}`).join(', ');
    return [
      `${count(this.files, 'file')}: ${this.#ready} READY`,
      ...(codes === '' ? [] : [`${this.#refusedCount} refused (${codes})`]),
      ...(this.#overdue === 0 ? [] : [`${this.#overdue} overdue`]),
      ...(this.#replaced === 0 ? [] : [`${this.#replaced} replaced`]),
    ].join(', ');
  }

  get #refusedCount(): number {
    return [...this.#refused.values()].reduce((sum, files) => sum + files, 0);
  }
}
