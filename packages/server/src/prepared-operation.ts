import {
  type Codecs,
  type OperationRow,
  type RequestValidators,
  requiredCodecs,
} from "@gatewright/contract";
import type { Answer } from "./answer.js";
import type { ApiTables } from "./lambda-options.js";
import type { ResponseChecks } from "./response-checks.js";
import type { Security } from "./security.js";
import { MissingHandlerError, MissingPartError } from "./server-error.js";
import type { PreparedResponse } from "./written-response.js";

/** A handler as the runtime calls it; its types have been checked where it was written. */
export type AnyHandler = (input: object, context: object) => Promise<Answer>;

/** Everything that one request needs of its operation. */
export interface PreparedOperation {
  readonly identifier: string;
  readonly row: OperationRow;
  readonly handler: AnyHandler;
  readonly requestValidators: RequestValidators | undefined;
  /** Undefined when responses are not checked. */
  readonly responseChecks: ResponseChecks | undefined;
  /** What has been answered so far, by status. */
  readonly responses: Map<number, PreparedResponse>;
}

/** Joins the generated tables with the handlers. Throws a `MissingHandlerError` that names every gap. */
export function prepareOperations(
  api: ApiTables,
  handlers: object,
  responseChecks: ResponseChecks | undefined,
): readonly PreparedOperation[] {
  const missing: string[] = [];
  const prepared: PreparedOperation[] = [];
  for (const [identifier, row] of Object.entries(api.operations)) {
    const handler: unknown = own(handlers, identifier);
    if (!isHandler(handler)) {
      missing.push(identifier);
      continue;
    }
    const requestValidators = own(api.requestValidators, identifier);
    const responses = new Map<number, PreparedResponse>();
    prepared.push({ identifier, row, handler, requestValidators, responseChecks, responses });
  }
  if (missing.length > 0) {
    throw new MissingHandlerError(missing);
  }
  return prepared;
}

/** Throws a `MissingPartError` that names every part that an operation needs and nobody has given. */
export function requireParts(
  operations: readonly PreparedOperation[],
  codecs: Codecs,
  security: Security | undefined,
): void {
  const missing = new Set<string>();
  for (const { row } of operations) {
    if (row.security && !security) {
      missing.add("security");
    }
    for (const name of requiredCodecs(row)) {
      if (!codecs[name]) {
        missing.add(`codecs.${name}`);
      }
    }
  }
  if (missing.size > 0) {
    throw new MissingPartError([...missing]);
  }
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
