import type { WriteStream } from 'node:tty';

/** What is going on: one line that changes on a terminal, a line each elsewhere. */
export class Progress {
  readonly #out: WriteStream;
  #shown = '';

  constructor(out: WriteStream) {
    this.#out = out;
  }

  show(text: string): void {
    if (text === this.#shown) return;
    this.clear();
    this.#out.write(this.#out.isTTY ? `${text} …` : `${text}\n`);
    this.#shown = text;
  }

  /** Makes room for other output. */
  clear(): void {
    if (this.#out.isTTY && this.#shown !== '') {
      this.#out.clearLine(0);
      this.#out.cursorTo(0);
    }
    this.#shown = '';
  }
}
