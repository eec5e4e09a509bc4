import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { listen, stopServer } from "../listen.js";
import {
  type AnswerSettings,
  answerRequest,
  type Failure,
  type Outcome,
} from "./answer-request.js";
import { type ApiSource, type CompiledApi, compileApi } from "./compiled-api.js";
import { startConsoleCapture } from "./console-capture.js";
import {
  type GatewayRequest,
  hasBody,
  type RequestRefusal,
  readBody,
  readRequest,
  refusalOf,
} from "./gateway-request.js";
import { answerRefusal, type GatewayRefusal } from "./gateway-response.js";
import { RequestLog, type RequestRecord } from "./request-log.js";
import { localStage, type Stage } from "./stage.js";

/** What `startLocal` needs. */
export interface LocalOptions extends ApiSource {
  /** 0 takes any free port. */
  readonly port: number;
  /** `127.0.0.1` when left out; nothing but loopback is accepted. */
  readonly host?: "127.0.0.1" | "::1";
  /** API keys that methods with `x-api-key` accept. */
  readonly apiKeys?: readonly string[];
  readonly stage?: Partial<Stage>;
  /** Where requests are remembered; share it with the control surface. */
  readonly requests?: RequestLog;
  /** Called when a function throws, does not load or runs out of time. */
  readonly onFailure?: (failure: Failure & { readonly requestId: string }) => void;
  /** Called when the gateway itself fails at a request: a fault of ours, the caller gets a 500. */
  readonly onError?: (error: unknown) => void;
  /** Called after each answer. */
  readonly onRequest?: (record: RequestRecord) => void;
}

/** A running local gateway. */
export interface LocalGateway {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly port: number;
  readonly requests: RequestLog;
  /**
   * Puts another definition and other functions in place, at once for every request that comes after. Requests on
   * their way finish with what they began with. Throws a `LocalError`, and changes nothing, when the new ones cannot run.
   */
  reload(source: ApiSource): Promise<void>;
  close(): Promise<void>;
}

const REFUSALS: Readonly<Record<RequestRefusal, GatewayRefusal>> = {
  headersTooLarge: { type: "DEFAULT_4XX", message: "Request header fields too large", status: 431 },
  bodyTooLarge: { type: "REQUEST_TOO_LARGE", message: "Request Too Long" },
  malformed: { type: "DEFAULT_4XX", message: "Bad request", status: 400 },
};

/**
 * Runs a generated REST API definition on this machine: listens on loopback, routes, authorizes, checks and calls
 * functions as API Gateway does. Throws one `LocalError` that names everything in the definition that it does not support.
 *
 * ```ts
 * const local = await startLocal({ definition, resources, port: 4000, functions: { whiteboard: load } });
 * ```
 */
export async function startLocal(options: LocalOptions): Promise<LocalGateway> {
  const stage = { ...localStage, ...options.stage };
  const settings: AnswerSettings = { stage, apiKeys: new Set(options.apiKeys ?? []) };
  const requests = options.requests ?? new RequestLog();
  let api = await compileApi(options, stage);

  const server = createServer({ maxHeaderSize: 32_768 }, (message, response) => {
    answer(api, settings, message, response).then(
      (done) => {
        const record = recordOf(done);
        requests.add(record);
        options.onRequest?.(record);
        if (done.outcome.failure !== null) {
          options.onFailure?.({ ...done.outcome.failure, requestId: done.request.id });
        }
      },
      (error: unknown) => {
        // The caller has gone away, or the socket broke: there is nobody left to answer.
        if (!message.destroyed) options.onError?.(error);
        if (!response.headersSent && !response.destroyed) response.writeHead(500);
        response.end();
      },
    );
  });
  await listen(server, options.port, options.host ?? "127.0.0.1");
  const endCapture = startConsoleCapture();
  // A listening TCP server has an address of this kind; only pipes have text.
  const address = server.address() as AddressInfo;
  const host = isIPv6(address.address) ? `[${address.address}]` : address.address;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    requests,
    async reload(source) {
      api = await compileApi(source, stage);
    },
    async close() {
      endCapture();
      await stopServer(server);
    },
  };
}

interface Done {
  readonly request: GatewayRequest;
  readonly outcome: Outcome;
  readonly logs: readonly string[];
}

async function answer(
  api: CompiledApi,
  settings: AnswerSettings,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<Done> {
  let refusal = refusalOf(message);
  let body: Buffer | null = null;
  if (refusal === null && hasBody(message)) {
    const read = await readBody(message);
    if (read === "bodyTooLarge") refusal = read;
    else body = read;
  }
  const request = readRequest(message, body);
  const logs: string[] = [];
  const outcome =
    refusal === null
      ? await answerRequest(api, settings, request, logs)
      : refuse(api, settings, request, refusal);
  const { status, headers, body: content } = outcome.answer;
  // After a refusal the rest of the body may still be on its way: it is read and thrown away, so that the
  // caller sees the answer, and then the connection ends.
  if (refusal !== null) message.resume();
  const extra = ["x-amz-apigw-id", request.extendedId];
  if (outcome.gatewayResponse === null) extra.push("x-amzn-RequestId", request.id);
  if (refusal !== null) extra.push("Connection", "close");
  // Without it Node would send the body in chunks. These two statuses have no body (RFC 9110).
  if (status !== 204 && status !== 304)
    extra.push("Content-Length", String(Buffer.byteLength(content)));
  response.writeHead(status, [...headers, ...extra]);
  response.end(content);
  return { request, outcome, logs };
}

function refuse(
  api: CompiledApi,
  settings: AnswerSettings,
  request: GatewayRequest,
  refusal: RequestRefusal,
): Outcome {
  const gatewayRefusal = REFUSALS[refusal];
  return {
    answer: answerRefusal(api.definition, gatewayRefusal, {
      request,
      resourcePath: null,
      stageName: settings.stage.name,
    }),
    resource: null,
    functionName: null,
    authorizer: null,
    gatewayResponse: gatewayRefusal.type,
    note: null,
    failure: null,
  };
}

function recordOf({ request, outcome, logs }: Done): RequestRecord {
  return {
    id: request.id,
    time: request.receivedAt,
    method: request.httpMethod,
    path: request.path,
    resource: outcome.resource,
    status: outcome.answer.status,
    durationMs: Date.now() - request.receivedAt,
    functionName: outcome.functionName,
    authorizer: outcome.authorizer,
    gatewayResponse: outcome.gatewayResponse,
    note: outcome.note,
    logs,
  };
}
