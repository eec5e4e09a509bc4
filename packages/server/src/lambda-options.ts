import type {
  Codecs,
  OperationRow,
  Problem,
  RequestValidatorTable,
  ResponseValidatorTable,
} from "@gatewright/contract";
import type { Routing } from "./by-path.js";
import type { RequestLog } from "./request-log.js";
import type { ResponseChecks } from "./response-checks.js";
import type { Security } from "./security.js";

/** The generated tables of one API, all keyed by operation identifier. */
export interface ApiTables {
  readonly operations: Readonly<Record<string, OperationRow>>;
  readonly requestValidators: RequestValidatorTable;
}

/** What a function is made from: its tables, and the parts that its contract needs. What is not named is not bundled. */
export interface LambdaApi extends ApiTables {
  /** What reads more than JSON bodies and plain parameters. */
  readonly codecs?: Codecs;
  /** Needed as soon as one operation is protected; without it nobody is ever known. */
  readonly security?: Security;
  /** Made by `checkResponses`; undefined where answers are not checked. */
  readonly responseChecks?: ResponseChecks | undefined;
}

/** What `invoke` is made from. */
export interface InvokeApi extends ApiTables {
  readonly responseValidators: ResponseValidatorTable;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Makes what handlers work with, once per process, when the first request needs it. */
export type MakeServices<Services extends object> = (
  environment: Environment,
) => Services | Promise<Services>;

/** Which pages may read answers, as the contract's settings give it. */
export interface CorsOptions {
  /** `["*"]`, or origins such as `https://whiteboard.example`. */
  readonly allowOrigins: readonly string[];
  /** Response headers that a page may read. */
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials?: boolean;
  /** Request headers that a page may send: for preflights that reach the function. */
  readonly allowHeaders?: readonly string[];
  /** Seconds a browser keeps the answer to a preflight. */
  readonly maxAgeSeconds?: number;
}

/** What an application gives to make its function. */
export interface LambdaOptions<Handlers extends object, Services extends object> {
  readonly handlers: Handlers;
  readonly services: MakeServices<Services>;
  /** Adds `access-control-*` headers to every answer, errors included. A REST API adds none by itself. */
  readonly cors?: CorsOptions | null;
  /**
   * `byPath` where the gateway does not route by the contract's paths: behind `{proxy+}`, `$default`, a function URL or a
   * load balancer. Without it such events are refused with an `UnsupportedEventError`.
   */
  readonly routing?: Routing | null;
  /** Takes the one line per request instead of `console.log`; null writes none. */
  readonly log?: ((line: RequestLog) => void) | null;
  /** Maps a Problem to the error body that the document declares instead of RFC 9457. */
  readonly onProblem?: (problem: Problem) => ProblemBody;
}

/** An error answer in a shape of the document's own. */
export interface ProblemBody {
  readonly mediaType: string;
  readonly body: unknown;
}
