/** Where something stands in a text: offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the members of one object or list stand. Lists have no keys; their items count from 0. */
export class MemberSpans {
  readonly #keys: string[] = [];
  /** Four numbers per member: key start, key end, value start, value end. */
  readonly #offsets: number[] = [];

  add(name: string, key: Span, value: Span): void {
    this.#keys.push(name);
    this.#offsets.push(key.start, key.end, value.start, value.end);
  }

  /** The last member of that name, which is the one that JSON keeps. */
  find(name: string): { key: Span; value: Span } | undefined {
    const index = this.#keys.lastIndexOf(name);
    if (index < 0) {
      return undefined;
    }
    const [keyStart = 0, keyEnd = 0, start = 0, end = 0] = this.#offsets.slice(index * 4);
    return { key: { start: keyStart, end: keyEnd }, value: { start, end } };
  }
}

/** The spans of a whole document, by the object or list that holds the members. */
export interface SpanTable {
  readonly root: Span;
  readonly members: ReadonlyMap<object, MemberSpans>;
}
