export {
  ApiError,
  ClientError,
  type ClientErrorCode,
  NetworkError,
  RequestError,
  TimeoutError,
  UnexpectedResponseError,
} from "./client-error.js";
export { createClient } from "./create-client.js";
export { apiKey, basic, bearer } from "./credentials.js";
export type {
  BodyReader,
  BodyWriter,
  CallRequest,
  ClientOperation,
  CredentialTarget,
  CredentialWriter,
  EmptyRequest,
  EncodedParameters,
  Method,
  OperationTable,
  OptionalMethod,
  ParameterEncoder,
  PickedClient,
  ResponseHeaders,
} from "./operation.js";
export type { CallOptions, ClientOptions, Credential, RetryOptions } from "./options.js";
export { byMediaType } from "./read-body.js";
export {
  binaryBody,
  bodyByMediaType,
  formBody,
  jsonBody,
  multipartBody,
  textBody,
} from "./write-body.js";
