import {
  DefinitionReader,
  describe,
  isMembers,
  type Members,
  pointerTo,
} from "./definition-reader.js";
import type { GatewayDefinition, GatewayMethod, GatewayResource } from "./gateway-definition.js";
import { readGatewayResponses } from "./read-gateway-responses.js";
import { type MethodReaders, readMethod } from "./read-method.js";
import { readModels } from "./read-models.js";
import { SecurityReader } from "./read-security.js";
import { RequestValidatorReader } from "./read-validators.js";

/** Extensions of the root that are carried out here, or that change no answer of the API. */
// Differs from API Gateway: documentation parts and the endpoint configuration of `servers` have no effect.
const ROOT_EXTENSIONS = new Set([
  "x-amazon-apigateway-api-key-source",
  "x-amazon-apigateway-binary-media-types",
  "x-amazon-apigateway-documentation",
  "x-amazon-apigateway-gateway-responses",
  "x-amazon-apigateway-request-validator",
  "x-amazon-apigateway-request-validators",
]);
const METHOD_KEYS: ReadonlyMap<string, string> = new Map([
  ["get", "GET"],
  ["put", "PUT"],
  ["post", "POST"],
  ["delete", "DELETE"],
  ["options", "OPTIONS"],
  ["head", "HEAD"],
  ["patch", "PATCH"],
  ["x-amazon-apigateway-any-method", "ANY"],
]);
const SEGMENT = /^(?:[a-zA-Z0-9._:,-]+|\{[a-zA-Z0-9._-]+\+?\})$/;

/**
 * Reads a REST API import definition (OpenAPI 3.0 with `x-amazon-apigateway-*`).
 *
 * Throws one `LocalError` that names every construct that is malformed or not supported here, each
 * with its JSON Pointer; nothing is skipped silently.
 */
export function readDefinition(
  definition: unknown,
  functionNames: ReadonlySet<string>,
): GatewayDefinition {
  const reader = new DefinitionReader();
  const root = reader.object(definition, "");
  checkRoot(reader, root);
  const components = reader.object(reader.member(root, "components"), "/components");
  reader.onlyExtensions(components, "/components", new Set(), "in components");
  const models = readModels(reader, components);
  const readers: MethodReaders = {
    reader,
    models,
    security: new SecurityReader(reader, components),
    validators: new RequestValidatorReader(reader, root),
  };
  const resources = readResources(readers, root);
  for (const resource of resources) checkFunctions(reader, resource, functionNames);
  const read: GatewayDefinition = {
    title: reader.string(reader.object(reader.member(root, "info"), "/info").title, "/info/title"),
    resources,
    models,
    binaryMediaTypes: readBinaryMediaTypes(reader, root),
    gatewayResponses: readGatewayResponses(reader, root),
    apiKeySource: readApiKeySource(reader, root),
  };
  reader.finish();
  return read;
}

function checkRoot(reader: DefinitionReader, root: Members): void {
  const version = reader.member(root, "openapi");
  if (typeof version !== "string" || !/^3\.0(\.\d+)?$/.test(version)) {
    reader.malformed("/openapi", `expected OpenAPI 3.0, found ${describe(version)}`);
  }
  if (reader.array(reader.member(root, "security"), "/security").length > 0) {
    reader.unsupported("/security", "security at the root: write it on every operation");
  }
  reader.onlyExtensions(root, "", ROOT_EXTENSIONS, "at the root");
}

function readResources(readers: MethodReaders, root: Members): readonly GatewayResource[] {
  const { reader } = readers;
  if (!isMembers(reader.member(root, "paths")))
    reader.malformed("/paths", "expected an object of paths");
  const resources: GatewayResource[] = [];
  for (const [path, value] of Object.entries(
    reader.object(reader.member(root, "paths"), "/paths"),
  )) {
    const pointer = pointerTo("/paths", path);
    checkPath(reader, path, pointer);
    const item = reader.object(value, pointer);
    const methods = new Map<string, GatewayMethod>();
    for (const name of Object.keys(item)) {
      const method = METHOD_KEYS.get(name);
      const at = pointerTo(pointer, name);
      if (method !== undefined) {
        const read = readMethod(readers, path, item[name], at);
        if (read !== null) methods.set(method, read);
      } else if (name === "parameters" && reader.array(item[name], at).length > 0) {
        reader.unsupported(at, "parameters of a path: write them on every operation");
      } else if (name === "trace" || name === "$ref" || name.startsWith("x-amazon-apigateway-")) {
        reader.unsupported(at, `${JSON.stringify(name)} on a path`);
      }
    }
    resources.push({ path, methods });
  }
  checkSiblings(reader, resources);
  return resources;
}

function checkPath(reader: DefinitionReader, path: string, pointer: string): void {
  if (path === "/") return;
  const segments = path.slice(1).split("/");
  if (!path.startsWith("/") || segments.some((segment) => !SEGMENT.test(segment))) {
    reader.malformed(pointer, `${JSON.stringify(path)} is not a resource path`);
  }
  if (segments.slice(0, -1).some((segment) => segment.endsWith("+}"))) {
    reader.malformed(pointer, "a greedy path variable can only be the last segment");
  }
}

/** One variable child per resource. Source: API Gateway's answer to CreateResource. */
function checkSiblings(reader: DefinitionReader, resources: readonly GatewayResource[]): void {
  const variables = new Map<string, string>();
  for (const { path } of resources) {
    let parent = "";
    for (const segment of path.split("/").slice(1)) {
      if (segment.startsWith("{")) {
        const first = variables.get(parent);
        if (first !== undefined && first !== segment) {
          reader.malformed(
            pointerTo("/paths", path),
            `${segment} stands beside ${first}; a resource has one variable child`,
          );
        }
        variables.set(parent, segment);
      }
      parent += `/${segment}`;
    }
  }
}

function checkFunctions(
  reader: DefinitionReader,
  resource: GatewayResource,
  functionNames: ReadonlySet<string>,
): void {
  const known = [...functionNames].map((name) => JSON.stringify(name)).join(", ");
  const check = (name: string, pointer: string) => {
    if (functionNames.has(name)) return;
    reader.missingFunction(
      pointer,
      `the function ${JSON.stringify(name)} was not given`,
      `The functions are: ${known === "" ? "none" : known}.`,
    );
  };
  for (const { integration, authorizer, pointer } of resource.methods.values()) {
    if (integration.kind === "function") check(integration.functionName, pointer);
    if (authorizer !== null) check(authorizer.functionName, pointer);
  }
}

function readBinaryMediaTypes(reader: DefinitionReader, root: Members): readonly string[] {
  const name = "x-amazon-apigateway-binary-media-types";
  const pointer = pointerTo("", name);
  return reader
    .array(reader.member(root, name), pointer)
    .map((value, index) => reader.string(value, pointerTo(pointer, index)).toLowerCase());
}

function readApiKeySource(reader: DefinitionReader, root: Members): "HEADER" | "AUTHORIZER" {
  const name = "x-amazon-apigateway-api-key-source";
  const source = reader
    .string(reader.member(root, name), pointerTo("", name), "HEADER")
    .toUpperCase();
  if (source === "HEADER" || source === "AUTHORIZER") return source;
  reader.malformed(pointerTo("", name), `expected HEADER or AUTHORIZER, found ${describe(source)}`);
  return "HEADER";
}
