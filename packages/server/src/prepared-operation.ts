import type { OperationRow, RequestValidators, ResponseValidators } from "@gatewright/contract";
import type { Answer } from "./answer.js";
import type { ApiTables } from "./lambda-options.js";
import { MissingHandlerError } from "./server-error.js";
import type { PreparedResponse } from "./written-response.js";

/** A handler as the runtime calls it; its types have been checked where it was written. */
export type AnyHandler = (input: object, context: object) => Promise<Answer>;

/** Everything that one request needs of its operation. */
export interface PreparedOperation {
  readonly identifier: string;
  readonly row: OperationRow;
  readonly handler: AnyHandler;
  readonly requestValidators: RequestValidators | undefined;
  /** Undefined when responses are not checked; an empty table when the contract has nothing to check. */
  readonly responseValidators: ResponseValidators | undefined;
  /** What has been answered so far, by status. */
  readonly responses: Map<number, PreparedResponse>;
  /** The part of the log line that is the same for every request of this operation. */
  readonly logPrefix: string;
}

const NO_CHECKS: ResponseValidators = {};

/** Joins the generated tables with the handlers. Throws a `MissingHandlerError` that names every gap. */
export function prepareOperations(api: ApiTables, handlers: object): readonly PreparedOperation[] {
  const missing: string[] = [];
  const prepared: PreparedOperation[] = [];
  for (const [identifier, row] of Object.entries(api.operations)) {
    const handler: unknown = own(handlers, identifier);
    if (!isHandler(handler)) {
      missing.push(identifier);
      continue;
    }
    const { id, method, path } = row;
    prepared.push({
      identifier,
      row,
      handler,
      requestValidators: own(api.requestValidators, identifier),
      responseValidators:
        api.responseValidators && (own(api.responseValidators, identifier) ?? NO_CHECKS),
      responses: new Map(),
      logPrefix: `"operationId":${JSON.stringify(id)},"method":"${method}","path":${JSON.stringify(path)}`,
    });
  }
  if (missing.length > 0) {
    throw new MissingHandlerError(missing);
  }
  return prepared;
}

function isHandler(value: unknown): value is AnyHandler {
  return typeof value === "function";
}

/** Handlers may be methods of a class, so what is inherited counts, except from Object. */
function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined;
function own(table: object, name: string): unknown;
function own(table: object, name: string): unknown {
  return name in table && !(name in Object.prototype && !Object.hasOwn(table, name))
    ? Reflect.get(table, name)
    : undefined;
}
