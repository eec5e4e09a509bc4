import {
  checkInput,
  createProblem,
  evaluateSecurity,
  PROBLEM_MEDIA_TYPE,
  type Problem,
} from "@gatewright/contract";
import { Answer, reply } from "./answer.js";
import type { Caller } from "./handler.js";
import type { InvokeApi, MakeServices } from "./lambda-options.js";
import { type PreparedOperation, prepareOperations } from "./prepared-operation.js";
import { checkResponses } from "./response-checks.js";
import { MissingReplyError } from "./server-error.js";
import { createServices } from "./services.js";
import { UnknownOperationError } from "./unknown-operation-error.js";
import { writeResponse } from "./written-response.js";

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

/**
 * Calls a handler by its operation's identifier with what a client would send, and gives back what the client
 * would get: input that the API refuses is a 400. Rejects with what the handler throws, and with a
 * `ResponseContractError` when its answer differs from the contract.
 */
export type Invoke<Types extends AnyOperationTypes<Types>> = <Id extends keyof Types>(
  operationId: Id,
  ...rest: Record<never, never> extends Types[Id]["request"]
    ? [input?: Types[Id]["request"], call?: InvokeCall]
    : [input: Types[Id]["request"], call?: InvokeCall]
) => Promise<Types[Id]["response"]>;

/** Makes the `invoke` of an API. Throws a `MissingHandlerError` at once. */
export function createInvoke<Types extends AnyOperationTypes<Types>>(
  options: InvokeOptions<object, object> & { readonly api: InvokeApi },
): Invoke<Types> {
  const { api, handlers } = options;
  const prepared = prepareOperations(api, handlers, checkResponses(api.responseValidators));
  const operations = new Map(prepared.map((operation) => [operation.identifier, operation]));
  const services = createServices(options.services);

  async function invoke(operationId: PropertyKey, input: object = {}, call: InvokeCall = {}) {
    const operation = operations.get(String(operationId));
    if (!operation) {
      throw new UnknownOperationError(String(operationId));
    }
    const { row } = operation;
    const caller = call.caller === undefined ? entitledCaller(operation) : call.caller;
    const verdict = evaluateSecurity(row, { scopes: caller?.scopes ?? null });
    if (verdict !== "allowed") {
      return problem({ status: verdict === "unauthenticated" ? 401 : 403 });
    }
    const checked = checkInput(row, operation.requestValidators, input);
    if (checked.kind === "refused") {
      return problem({ status: checked.status, errors: checked.errors });
    }
    const context = { operationId: row.id, requestId: "invoke", caller, event: null, reply };
    const answer = await operation.handler(checked.input, {
      ...(services.made ?? (await services.load())),
      ...context,
    });
    if (!(answer instanceof Answer)) {
      throw new MissingReplyError(row.id);
    }
    const { status, headers, mediaType, body: text } = writeResponse(operation, answer, "invoke");
    return {
      status,
      headers: { ...(mediaType && text !== "" && { "content-type": mediaType }), ...headers },
      body: answer.body,
    };
  }
  // What the contract declares for an operation is what `writeResponse` has just checked.
  return invoke as Invoke<Types>;
}

function problem(parts: Pick<Problem, "status" | "errors">) {
  return {
    status: parts.status,
    headers: { "content-type": PROBLEM_MEDIA_TYPE },
    body: createProblem({ ...parts, requestId: "invoke" }),
  };
}

/** Somebody who may call the operation, so that a test of its handler need not say who. */
function entitledCaller({ row }: PreparedOperation): Caller | null {
  const [first] = row.security ?? [];
  return first ? { sub: "invoke", scopes: Object.values(first).flat() } : null;
}
