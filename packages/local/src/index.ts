export type { Failure } from "./gateway/answer-request.js";
export type { ApiSource } from "./gateway/compiled-api.js";
export type { Handler, HandlerLoader, Invocation } from "./gateway/function-runner.js";
export type { AuthorizerRecord, RequestLog, RequestRecord } from "./gateway/request-log.js";
export type { Stage } from "./gateway/stage.js";
export { type LocalGateway, type LocalOptions, startLocal } from "./gateway/start-local.js";
export { choosePort, type PortChoice } from "./listen.js";
export { LocalError, type LocalFinding } from "./local-error.js";
export { type LocalErrorEntry, localErrors } from "./local-errors.js";
