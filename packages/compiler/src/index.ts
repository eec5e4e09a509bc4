export type { JsonObject } from "@gatewright/contract";
export type { Report, Rule, TargetRule } from "./check/rule.js";
export { type Compilation, type CompileOptions, compile } from "./compile.js";
export type { CatalogueEntry } from "./diagnostic/catalogue/entry.js";
export { catalogue, findEntry, renderPage } from "./diagnostic/catalogue.js";
export type {
  Diagnostic,
  LocatedDiagnostic,
  Place,
  RelatedPlace,
  Severity,
  Target,
} from "./diagnostic/diagnostic.js";
export { inOrder } from "./diagnostic/in-order.js";
export { renderJson } from "./diagnostic/render-json.js";
export { type PrettyOptions, renderPretty } from "./diagnostic/render-pretty.js";
export { Code, type CodeValue, code, identifier } from "./emit/code.js";
export { comment } from "./emit/comment.js";
export { EmitError } from "./emit/emit-error.js";
export {
  EMIT_NAMES,
  type EmitInput,
  type EmitName,
  type EmittedFile,
  type Emitter,
} from "./emit/emitter.js";
export { file, jsonFile } from "./emit/file.js";
export { type Analysis, analyzeApi } from "./generate/analyze-api.js";
export type { ApiInput, OutputInput, TargetName } from "./generate/api-input.js";
export { ApiEmitter } from "./generate/emit-api.js";
export {
  type GeneratedApi,
  type GenerateOptions,
  type GenerateResult,
  generate,
} from "./generate/generate.js";
export type { AuthorizerInput, FunctionInput, SettingsInput } from "./settings/settings-input.js";
export type {
  ApiSettings,
  AuthorizerSettings,
  CorsSettings,
  EnvironmentSetting,
  FunctionSettings,
  GatewayValidation,
  TableSettings,
} from "./settings.js";
export { nearestName } from "./source/nearest-name.js";
export type { Manifest, ManifestFile } from "./write/manifest.js";
export type { Change, Conflict, FolderPlan } from "./write/plan.js";
export { WriteError } from "./write/write-error.js";
