import { randomUUID } from "node:crypto";

/** A Lambda handler. It is called with an event and a context, and answers with a value or a promise of one. */
export type Handler = (event: never, context: never) => unknown;

/** Loads the module of a function and gives back its handler. Called on the first invocation, as Lambda's init. */
export type HandlerLoader = () => Promise<Handler>;

/** How an invocation ended. */
export type Invocation =
  | { readonly kind: "returned"; readonly value: unknown }
  /** The handler threw, or its module did not load. */
  | { readonly kind: "failed"; readonly phase: "init" | "invoke"; readonly error: unknown }
  /** `by`: whose patience ended first. */
  | { readonly kind: "timedOut"; readonly by: "function" | "gateway"; readonly timeoutMs: number };

export interface FunctionSettings {
  readonly name: string;
  readonly load: HandlerLoader;
  readonly timeoutMs: number;
  readonly memoryMiB: number;
  readonly region: string;
  readonly accountId: string;
}

type Call = (event: unknown, context: unknown) => unknown;

/** Runs one function of the API in this process. */
// Differs from API Gateway: all functions run in this process, and one that is loaded serves any number of requests at a time.
export class FunctionRunner {
  readonly name: string;
  readonly #settings: FunctionSettings;
  #handler: Promise<Call> | null = null;

  constructor(settings: FunctionSettings) {
    this.name = settings.name;
    this.#settings = settings;
  }

  /** Calls the handler; never throws. `gatewayTimeoutMs` is how long the gateway waits for an answer. */
  async invoke(event: object, gatewayTimeoutMs: number): Promise<Invocation> {
    let call: Call;
    try {
      // A handler's type says what it wants of the event; that the event is one is API Gateway's word.
      this.#handler ??= this.#settings.load() as Promise<Call>;
      call = await this.#handler;
      if (typeof call !== "function")
        throw new TypeError("the module exports no function `handler`");
    } catch (error) {
      this.#handler = null;
      return { kind: "failed", phase: "init", error };
    }
    return this.#run(call, event, gatewayTimeoutMs);
  }

  #run(call: Call, event: object, gatewayTimeoutMs: number): Promise<Invocation> {
    const { timeoutMs } = this.#settings;
    const limitMs = Math.min(timeoutMs, gatewayTimeoutMs);
    return new Promise((resolve) => {
      // Differs from API Gateway: a function that runs out of time is not stopped, only no longer waited for.
      const timer = setTimeout(() => {
        const by = timeoutMs <= gatewayTimeoutMs ? "function" : "gateway";
        resolve({ kind: "timedOut", by, timeoutMs: limitMs });
      }, limitMs);
      const finish = (invocation: Invocation) => {
        clearTimeout(timer);
        resolve(invocation);
      };
      const fail = (error: unknown) => finish({ kind: "failed", phase: "invoke", error });
      try {
        const result = call(event, this.#context(Date.now() + timeoutMs));
        Promise.resolve(result).then((value) => finish({ kind: "returned", value }), fail);
      } catch (error) {
        fail(error);
      }
    });
  }

  #context(deadline: number): object {
    const { name, region, accountId, memoryMiB } = this.#settings;
    return {
      callbackWaitsForEmptyEventLoop: true,
      functionName: name,
      functionVersion: "$LATEST",
      invokedFunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
      memoryLimitInMB: String(memoryMiB),
      awsRequestId: randomUUID(),
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: "local",
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
  }
}
