export type { Exact, Reply } from "@gatewright/contract";
export { UnsupportedEventError } from "./event/read-event.js";
export type { LambdaResult } from "./event-result.js";
export type { Caller, Handler, HandlerContext } from "./handler.js";
export { createInvoke, type Invoke, type InvokeCall, type InvokeOptions } from "./invoke.js";
export { createLambda, type Lambda, type LambdaContext } from "./lambda.js";
export type {
  ApiTables,
  CorsOptions,
  Environment,
  LambdaOptions,
  MakeServices,
  ProblemBody,
} from "./lambda-options.js";
export type { LoggedError, RequestLog } from "./request-log.js";
export {
  MissingHandlerError,
  MissingReplyError,
  ResponseContractError,
  UnknownOperationError,
} from "./server-error.js";
