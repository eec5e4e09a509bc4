import { type DefinitionReader, describe, type Members, pointerTo } from "./definition-reader.js";
import { parseInvocationUri } from "./function-arn.js";
import type { Integration } from "./gateway-definition.js";
import { readMockIntegration } from "./read-mock-integration.js";

/** Milliseconds a REST API waits for an integration. Source: reference "x-amazon-apigateway-integration". */
const DEFAULT_TIMEOUT_MS = 29_000;
const EXTENSION = "x-amazon-apigateway-integration";

/** `requestTemplates` and `responses` of a proxy integration are dead weight on AWS too. */
// Differs from API Gateway: roles (`credentials`) and the permission to invoke a function are not checked.
const PROXY_FIELDS = new Set([
  "type",
  "httpMethod",
  "uri",
  "credentials",
  "passthroughBehavior",
  "timeoutInMillis",
  "connectionType",
  "responseTransferMode",
  "payloadFormatVersion",
  "requestTemplates",
  "responses",
]);

/** Reads the integration of an operation; null when there is none that can run here. */
export function readIntegration(
  reader: DefinitionReader,
  operation: Members,
  operationPointer: string,
): Integration | null {
  const pointer = pointerTo(operationPointer, EXTENSION);
  const value = reader.member(operation, EXTENSION);
  if (value === undefined) {
    reader.malformed(operationPointer, `the method has no ${EXTENSION}; its deployment would fail`);
    return null;
  }
  const integration = reader.object(value, pointer);
  const typePointer = pointerTo(pointer, "type");
  const type = reader.string(reader.member(integration, "type"), typePointer).toLowerCase();
  switch (type) {
    case "mock":
      return readMockIntegration(reader, integration, pointer);
    case "aws_proxy":
      return readFunctionIntegration(reader, integration, pointer);
    case "aws":
    case "http":
    case "http_proxy":
      reader.unsupported(typePointer, `integrations of type ${describe(type)}`);
      return null;
    default:
      reader.malformed(typePointer, `expected an integration type, found ${describe(type)}`);
      return null;
  }
}

function readFunctionIntegration(
  reader: DefinitionReader,
  integration: Members,
  pointer: string,
): Integration | null {
  const at = (name: string) => pointerTo(pointer, name);
  const text = (name: string) => reader.string(reader.member(integration, name), at(name));
  reader.onlyKnown(integration, pointer, PROXY_FIELDS, "a Lambda proxy integration");
  if (text("httpMethod") !== "POST") {
    reader.malformed(at("httpMethod"), `expected "POST", found ${describe(text("httpMethod"))}`);
  }
  for (const [name, only] of [
    ["connectionType", "INTERNET"],
    ["responseTransferMode", "BUFFERED"],
    ["payloadFormatVersion", "1.0"],
  ] as const) {
    const value = text(name);
    if (value !== "" && value !== only) reader.unsupported(at(name), `${name} ${describe(value)}`);
  }
  const timeoutMs = reader.integer(
    reader.member(integration, "timeoutInMillis"),
    at("timeoutInMillis"),
    {
      min: 50,
      max: DEFAULT_TIMEOUT_MS,
      fallback: DEFAULT_TIMEOUT_MS,
    },
  );
  const functionName = readFunctionName(reader, text("uri"), at("uri"));
  return functionName === null ? null : { kind: "function", functionName, timeoutMs };
}

/** The name of the function that `uri` calls; null, with a report, when it calls something else. */
export function readFunctionName(
  reader: DefinitionReader,
  uri: string,
  pointer: string,
): string | null {
  const target = parseInvocationUri(uri);
  switch (target.kind) {
    case "function":
      return target.name;
    case "streaming":
      reader.unsupported(pointer, "response streaming");
      return null;
    case "stageVariable":
      reader.unsupported(pointer, "stage variables in the URI of a function");
      return null;
    case "unknown":
      reader.malformed(
        pointer,
        `expected the invocation URI of a function, found ${describe(uri)}`,
      );
      return null;
  }
}
