export type { Exact, Reply } from "@gatewright/contract";
export {
  binaryBody,
  formBody,
  mediaTypeKind,
  multipartBody,
  styledParameter,
  textBody,
} from "@gatewright/contract";
export { byPath, type Routing } from "./by-path.js";
export type { Caller, Handler, HandlerContext } from "./handler.js";
export { createInvoke, type Invoke, type InvokeCall, type InvokeOptions } from "./invoke.js";
export { createLambda, type Lambda, type LambdaContext } from "./lambda.js";
export type {
  ApiTables,
  CorsOptions,
  Environment,
  InvokeApi,
  LambdaApi,
  LambdaOptions,
  MakeServices,
  ProblemBody,
} from "./lambda-options.js";
export type { LambdaResult } from "./lambda-result.js";
export type { LoggedError, RequestLog } from "./request-log.js";
export {
  checkResponses,
  type ResponseChecks,
  ResponseContractError,
} from "./response-checks.js";
export { type Security, security } from "./security.js";
export {
  MissingHandlerError,
  MissingPartError,
  MissingReplyError,
  ReplyHeaderError,
  UnsupportedEventError,
} from "./server-error.js";
export { UnknownOperationError } from "./unknown-operation-error.js";
