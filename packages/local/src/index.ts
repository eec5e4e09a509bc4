export { type Control, type ControlOptions, startControl } from "./control/start-control.js";
export {
  type AwsCredentials,
  LOCAL_REGION,
  madeUpCredentials,
} from "./database/local-credentials.js";
export {
  type Database,
  type DatabaseKind,
  type DatabaseOptions,
  startDatabase,
} from "./database/start-database.js";
export {
  applyEnvironment,
  type EnvironmentOptions,
  functionEnvironment,
  type IssuerSettings,
  type ProcessEnvironment,
} from "./environment.js";
export type { Failure } from "./gateway/answer-request.js";
export type { ApiSource } from "./gateway/compiled-api.js";
export type { Handler, HandlerLoader, Invocation } from "./gateway/function-runner.js";
export { type AuthorizerRecord, RequestLog, type RequestRecord } from "./gateway/request-log.js";
export type { Stage } from "./gateway/stage.js";
export { type LocalGateway, type LocalOptions, startLocal } from "./gateway/start-local.js";
export { choosePort, type PortChoice } from "./listen.js";
export { LocalError, type LocalFinding } from "./local-error.js";
export { type LocalErrorEntry, localErrors } from "./local-errors.js";
export { LOCAL_AUDIENCE, LOCAL_ISSUER, mintToken, type TokenOptions } from "./token/mint-token.js";
