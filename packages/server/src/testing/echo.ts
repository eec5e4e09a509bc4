import { allCodecs, type OperationRow } from "@gatewright/contract";
import type { Answer } from "../answer.js";
import {
  byPath,
  createLambda,
  type LambdaApi,
  type LambdaOptions,
  type RequestLog,
  security,
} from "../index.js";

const any = { content: [{ mediaType: "application/json", kind: "json" }] } as const;

/** A row that answers JSON. */
export function row(
  id: string,
  route: string,
  more: Partial<OperationRow> = {},
): Readonly<Record<string, OperationRow>> {
  const [method, path = ""] = route.split(" ");
  // Tests name real methods.
  return {
    [id]: { id, method: method as OperationRow["method"], path, responses: { 200: any }, ...more },
  };
}

interface Context {
  readonly reply: (status: number, body?: unknown, headers?: object) => Answer;
  readonly caller: unknown;
}
type EchoHandler = (input: object, context: Context) => Promise<unknown>;

/** A function whose handlers answer with the input they got, and the lines it has logged. */
export function echo(
  operations: Readonly<Record<string, OperationRow>>,
  options: Partial<LambdaOptions<object, object>> & {
    readonly handlers?: Record<string, EchoHandler>;
    readonly api?: LambdaApi;
  } = {},
) {
  const lines: RequestLog[] = [];
  const handlers: Record<string, EchoHandler> = {};
  for (const id of Object.keys(operations)) {
    handlers[id] = async (input, { reply, caller }) =>
      reply(200, { id, ...input, ...(caller ? { caller } : {}) });
  }
  const handler = createLambda({
    api: { operations, requestValidators: {}, codecs: allCodecs, security },
    routing: byPath,
    services: () => ({}),
    log: (line) => lines.push(line),
    ...options,
    handlers: { ...handlers, ...options.handlers },
  });
  return {
    lines,
    handler,
    async call(event: unknown) {
      const result = await handler(event, { awsRequestId: "aws-1" });
      const body: unknown = result.body === "" ? undefined : JSON.parse(result.body);
      return { ...result, status: result.statusCode, body };
    },
  };
}
