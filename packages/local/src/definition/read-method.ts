import type { JsonObject, Schema } from "@gatewright/contract";
import {
  type DefinitionReader,
  describe,
  isMembers,
  type Members,
  pointerTo,
} from "./definition-reader.js";
import type { GatewayMethod, RequiredParameter } from "./gateway-definition.js";
import { readIntegration } from "./read-integration.js";
import { readBodyModel } from "./read-models.js";
import type { SecurityReader } from "./read-security.js";
import type { RequestValidatorReader } from "./read-validators.js";

/** What the methods of one definition are read with. */
export interface MethodReaders {
  readonly reader: DefinitionReader;
  readonly security: SecurityReader;
  readonly validators: RequestValidatorReader;
  readonly models: JsonObject;
}

const EXTENSIONS = new Set([
  "x-amazon-apigateway-auth",
  "x-amazon-apigateway-integration",
  "x-amazon-apigateway-request-validator",
]);

/** Reads one operation; null, with reports, when it cannot run here. */
export function readMethod(
  readers: MethodReaders,
  resourcePath: string,
  value: unknown,
  pointer: string,
): GatewayMethod | null {
  const { reader, security, validators, models } = readers;
  const operation = reader.object(value, pointer);
  reader.onlyExtensions(operation, pointer, EXTENSIONS, "on an operation");
  const validator = validators.readMethod(operation, pointer);
  const parameters = readParameters(reader, operation, pointer);
  const bodyModels = readBody(reader, operation, pointer, models);
  const guard = security.readMethod(operation, pointer);
  const integration = readIntegration(reader, operation, pointer);
  if (integration === null) return null;
  const operationId = reader.string(
    reader.member(operation, "operationId"),
    pointerTo(pointer, "operationId"),
  );
  return {
    resourcePath,
    pointer,
    operationName: operationId === "" ? null : operationId,
    authorizer: guard.authorizer,
    isApiKeyRequired: guard.isApiKeyRequired,
    requiredParameters: validator.checksParameters ? parameters : [],
    bodyModels: validator.checksBody ? bodyModels : new Map(),
    integration,
  };
}

function readParameters(
  reader: DefinitionReader,
  operation: Members,
  operationPointer: string,
): readonly RequiredParameter[] {
  const pointer = pointerTo(operationPointer, "parameters");
  const required: RequiredParameter[] = [];
  const list = reader.array(reader.member(operation, "parameters"), pointer);
  for (const [index, value] of list.entries()) {
    const at = pointerTo(pointer, index);
    if (isMembers(value) && Object.hasOwn(value, "$ref")) {
      reader.unsupported(pointerTo(at, "$ref"), "a parameter by reference");
      continue;
    }
    const parameter = reader.object(value, at);
    const place = reader.string(reader.member(parameter, "in"), pointerTo(at, "in"));
    const name = reader.string(reader.member(parameter, "name"), pointerTo(at, "name"));
    if (!["path", "query", "header"].includes(place)) {
      reader.malformed(
        pointerTo(at, "in"),
        `expected path, query or header, found ${describe(place)}`,
      );
    }
    if (!/^[a-zA-Z0-9:._$-]+$/.test(name)) {
      reader.malformed(
        pointerTo(at, "name"),
        `API Gateway refuses the parameter name ${describe(name)}`,
      );
    }
    if (!reader.boolean(reader.member(parameter, "required"), pointerTo(at, "required"))) continue;
    if (place === "header") required.push({ in: "header", name });
    if (place === "query") required.push({ in: "querystring", name });
  }
  return required;
}

function readBody(
  reader: DefinitionReader,
  operation: Members,
  operationPointer: string,
  models: JsonObject,
): ReadonlyMap<string, Schema> {
  const pointer = pointerTo(operationPointer, "requestBody");
  const schemas = new Map<string, Schema>();
  const body = reader.object(reader.member(operation, "requestBody"), pointer);
  if (Object.hasOwn(body, "$ref")) {
    reader.unsupported(pointerTo(pointer, "$ref"), "a request body by reference");
    return schemas;
  }
  const contentPointer = pointerTo(pointer, "content");
  const content = reader.object(reader.member(body, "content"), contentPointer);
  for (const [mediaType, value] of Object.entries(content)) {
    const at = pointerTo(contentPointer, mediaType);
    const schema = reader.member(reader.object(value, at), "schema");
    if (schema === undefined) continue;
    const schemaPointer = pointerTo(at, "schema");
    schemas.set(mediaType.toLowerCase(), readBodyModel(reader, schema, schemaPointer, models));
  }
  return schemas;
}
