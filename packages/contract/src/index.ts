export type {
  Callback,
  Contract,
  Encoding,
  Example,
  HttpMethod,
  Info,
  MediaType,
  MediaTypeKind,
  NamedSchema,
  Operation,
  Parameter,
  ParameterLocation,
  ParameterStyle,
  RequestBody,
  Response,
  ResponseHeader,
  Security,
  SecurityRequirement,
  SecurityScheme,
  SecuritySchemeType,
  Server,
  ServerVariable,
  SourceRef,
  Tag,
} from "./contract.js";
export { type Format, type FormatName, formats, isFormatName, matchesFormat } from "./formats.js";
export type { Json, JsonObject, Schema } from "./json.js";
export type {
  ArrayShape,
  FormFieldRow,
  MediaTypeRow,
  ObjectShape,
  OperationRow,
  ParameterRow,
  PrimitiveName,
  PrimitiveShape,
  RequestBodyRow,
  ResponseHeaderRow,
  ResponseRow,
  SecurityRow,
  ValueShape,
} from "./operation-row.js";
export { PROBLEM_MEDIA_TYPE, type Problem, type ProblemError } from "./problem.js";
export type { Exact, Reply } from "./reply.js";
export type {
  EnvironmentValue,
  FunctionResource,
  Resources,
  TableResource,
} from "./resources.js";
export type {
  RequestValidators,
  RequestValidatorTable,
  ResponseValidators,
  ResponseValidatorTable,
  ValidationError,
  Validator,
} from "./validator.js";
