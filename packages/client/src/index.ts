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
export { apiKey, basic, bearer, credentials } from "./credentials.js";
export type {
  BodyReader,
  BodyWriter,
  CallRequest,
  ClientOperation,
  CredentialWriter,
  EmptyRequest,
  Method,
  OperationTable,
  OptionalMethod,
  PickedClient,
  RequestWriter,
  ResponseHeaders,
  WrittenRequest,
} from "./operation.js";
export type { CallOptions, ClientOptions, Credential, RetryOptions } from "./options.js";
export { byMediaType, readBlob, readForm, readNothing, readText } from "./read-body.js";
export {
  binaryBody,
  bodyByMediaType,
  jsonBody,
  textBody,
} from "./write-body.js";
export { type FormFields, formBody, multipartBody } from "./write-form.js";
export { type RequestNeeds, writeRequest } from "./write-request.js";
