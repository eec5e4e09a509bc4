declare const answers: unique symbol;

/**
 * What a `reply` call makes, and the only thing a handler or a mock override can return. The brand exists in
 * types alone: it keeps a hand-made object, or the answer of another operation, from passing for a reply.
 */
export interface Reply<OperationId extends string> {
  readonly [answers]: OperationId;
}

/**
 * A value whose type has exactly the declared properties, at every depth, even when it is a variable: an
 * undeclared property would have to be `never`. `Given` is inferred from the argument:
 * `<Body extends Message>(status: 200, body: Exact<Message, Body>): Reply<"getMessage">`.
 */
export type Exact<Declared, Given> = Given & NoExtra<Declared, Given>;

type NoExtra<Declared, Given> = unknown extends Declared
  ? unknown
  : Given extends readonly (infer Item)[]
    ? readonly NoExtra<Declared extends readonly (infer Of)[] ? Of : never, Item>[]
    : Given extends object
      ? { [Key in keyof Given]: NoExtra<At<Matching<Declared, Given>, Key>, Given[Key]> }
      : unknown;

/** Members of a union that a value fits: what the others declare does not count. */
type Matching<Declared, Given> = Declared extends unknown
  ? Given extends Declared
    ? Declared
    : never
  : never;

type At<Declared, Key> = Declared extends unknown
  ? Key extends keyof Declared
    ? Declared[Key]
    : never
  : never;
