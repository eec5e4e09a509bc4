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
  ? Given
  : Given extends readonly (infer Item)[]
    ? readonly NoExtra<At<Declared, number>, Item>[]
    : Given extends object
      ? Closed<MembersThatFit<Declared, Given>, Given>
      : Given;

type Closed<Declared, Given> = {
  [Key in keyof Given]: Key extends KeyOf<Declared>
    ? NoExtra<At<Declared, Key>, Given[Key]>
    : never;
};

/** Members of a union that a value fits: properties that only the others declare do not count. */
type MembersThatFit<Declared, Given> = Declared extends unknown
  ? Given extends Declared
    ? Declared
    : never
  : never;
type KeyOf<Declared> = Declared extends unknown ? keyof Declared : never;
type At<Declared, Key> = Declared extends unknown
  ? Key extends keyof Declared
    ? Declared[Key]
    : never
  : never;
