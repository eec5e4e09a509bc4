export type {
  AuthorizerInput,
  CatalogueEntry,
  Diagnostic,
  EmitInput,
  EmitName,
  EmittedFile,
  Emitter,
  FunctionInput,
  Report,
  Rule,
  SettingsInput,
  Severity,
  Target,
  TargetName,
  TargetRule,
} from "@gatewright/compiler";
export {
  Code,
  type CodeValue,
  code,
  comment,
  file,
  identifier,
  jsonFile,
  renderPage,
} from "@gatewright/compiler";
export { catalogue, findEntry } from "./catalogue.js";
export type { ApiConfig, DevConfig, GatewrightConfig, OutputConfig } from "./config/config.js";
export { defineConfig } from "./config/config.js";
export { curlExamples } from "./dev/curl-examples.js";
export type { DevEvent } from "./dev/dev-event.js";
export { DevRefusedError } from "./dev/dev-refused-error.js";
export { type DevOptions, type DevServer, startDev } from "./dev/start-dev.js";
export { describeError } from "./terminal/report-failure.js";
