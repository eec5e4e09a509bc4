export type { Exact, Reply } from "@gatewright/contract";
export type { Caller, Handler, HandlerContext } from "./handler.js";
export { createInvoke, type Invoke, type InvokeCall, type InvokeOptions } from "./invoke.js";
export { createLambda, type Lambda, type LambdaContext, type LambdaResult } from "./lambda.js";
export type {
  ApiTables,
  CorsOptions,
  Environment,
  LambdaOptions,
  MakeServices,
  ProblemBody,
} from "./lambda-options.js";
export type { RequestLog } from "./request-log.js";
