export type { JsonObject } from "@gatewright/contract";
export type { Report, Rule, TargetRule } from "./check/rule.js";
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
export {
  EMIT_NAMES,
  type EmitInput,
  type EmitName,
  type EmittedFile,
  type Emitter,
} from "./emit/emitter.js";
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
