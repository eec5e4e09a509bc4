/** Turns offsets into lines and columns, both from 1; columns count UTF-16 units, as editors do. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    this.#text = text;
    this.#starts = starts;
  }

  position(offset: number): { line: number; column: number } {
    const bounded = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= bounded) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low + 1, column: bounded - (this.#starts[low] ?? 0) + 1 };
  }

  /** The line without its end; undefined past the last one. */
  line(number: number): string | undefined {
    const start = this.#starts[number - 1];
    if (start === undefined) {
      return undefined;
    }
    const next = this.#starts[number];
    return this.#text.slice(start, next ?? this.#text.length).replace(/\r?\n$/, "");
  }
}
