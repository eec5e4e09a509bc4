import type { Caller } from "./handler.js";
import type { ApiTables, MakeServices } from "./lambda-options.js";

/** What a caller sends and gets, per operation: the generated `OperationTypes`. */
export type AnyOperationTypes<Types> = {
  readonly [Id in keyof Types]: { readonly request: object; readonly response: unknown };
};

/** What an application gives to call its handlers without a gateway. */
export interface InvokeOptions<Handlers extends object, Services extends object> {
  readonly handlers: Handlers;
  readonly services: MakeServices<Services>;
}

/** What one call can say beside its input. */
export interface InvokeCall {
  /** Left out: somebody with every scope that the operation needs. Null: nobody. */
  readonly caller?: Caller | null;
}

/** Calls a handler by its operation's identifier with what a client would send, and gives back what the client would get. */
export type Invoke<Types extends AnyOperationTypes<Types>> = <Id extends keyof Types>(
  operationId: Id,
  ...rest: object extends Types[Id]["request"]
    ? [input?: Types[Id]["request"], call?: InvokeCall]
    : [input: Types[Id]["request"], call?: InvokeCall]
) => Promise<Types[Id]["response"]>;

export function createInvoke<Types extends AnyOperationTypes<Types>>(
  options: InvokeOptions<object, object> & { readonly api: ApiTables },
): Invoke<Types> {
  throw new TypeError(`not written yet: ${typeof options}`);
}
