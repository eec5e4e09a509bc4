export { allCodecs } from "./all-codecs.js";
export { binaryBody, formBody, multipartBody, textBody } from "./body-codecs.js";
export { type DecodedBody, decodeBody } from "./body-decoder.js";
export {
  type BodyDecoder,
  type BodyDecoding,
  type CodecName,
  type Codecs,
  type ParameterDecoder,
  requiredCodecs,
} from "./codecs.js";
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
export { decodeHeader } from "./delimited-decoder.js";
export { decodeFormFields } from "./form-decoder.js";
export { type Format, type FormatName, formats, isFormatName, matchesFormat } from "./formats.js";
export { encodeHeader } from "./header-encoder.js";
export { canBeSent } from "./header-syntax.js";
export { checkInput } from "./input-check.js";
export type { Json, JsonObject, Schema } from "./json.js";
export { escapePointer, splitPointer, valueAt } from "./json-pointer.js";
export {
  isJsonMediaType,
  matchMediaType,
  mediaTypeEssence,
  mediaTypeKind,
  mediaTypeParameter,
} from "./media-type.js";
export { decodeFormText, type MultiMap, parseCookies, parseQuery } from "./multi-map.js";
export { decodeMultipart } from "./multipart-decoder.js";
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
export {
  type DecodedParameters,
  decodeParameters,
  type ParameterValues,
} from "./parameter-decoder.js";
export {
  type EncodedParameters,
  encodeField,
  encodeParameters,
  type ParameterInput,
  PathParameterError,
} from "./parameter-encoder.js";
export { createPathTree, type PathMatch, type PathTree } from "./path-tree.js";
export { decodePercent, encodePercent } from "./percent.js";
export {
  createOwnProblem,
  createProblem,
  PROBLEM_MEDIA_TYPE,
  type Problem,
  type ProblemError,
  type ProblemParts,
  withRequestId,
} from "./problem.js";
export { bodyErrors, parameterErrors } from "./problem-errors.js";
export type { Exact, Reply } from "./reply.js";
export {
  type DecodedRequest,
  decodeRequest,
  type RequestInput,
  type RequestParts,
} from "./request-decoder.js";
export type {
  EnvironmentValue,
  FunctionResource,
  Resources,
  TableResource,
} from "./resources.js";
export { checkResponse, type ResponseValue } from "./response-check.js";
export { matchStatus } from "./response-match.js";
export { seedOf } from "./sampler/random.js";
export { SampleError, type SampleOptions, sample } from "./sampler/sample.js";
export { type Credentials, evaluateSecurity, type SecurityVerdict } from "./security.js";
export { styledParameter } from "./styled-parameter.js";
export type {
  RequestValidators,
  RequestValidatorTable,
  ResponseValidators,
  ResponseValidatorTable,
  ValidationError,
  Validator,
} from "./validator.js";
