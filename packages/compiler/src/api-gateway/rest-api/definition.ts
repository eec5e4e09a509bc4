import type { Contract, Json, JsonObject } from "@gatewright/contract";
import type { ApiSettings } from "../../settings.js";
import { planAccess } from "../access.js";
import { DEFINITION_BYTES } from "../limits.js";
import { planModels } from "../model/plan-models.js";
import { planResources } from "../resources.js";
import { schemaTable } from "../schema-table.js";
import { BINARY_MEDIA_TYPES, binaryMediaTypes } from "./binary-media-types.js";
import { preflightMethod } from "./cors.js";
import { gatewayResponses } from "./gateway-responses.js";
import { restMethod } from "./method.js";
import { operationNames } from "./operation-names.js";
import { REQUEST_VALIDATORS } from "./request-validation.js";
import { rootExtensions } from "./root-extensions.js";
import { restSecuritySchemes } from "./security-schemes.js";

/** The last definition of each contract: a rule and three emitters ask for the same one. */
const made = new WeakMap<Contract, { readonly key: string; readonly definition: JsonObject }>();

/**
 * The definition that `import-rest-api` takes: OpenAPI 3.0.1 with nothing in it that the import warns about,
 * as far as that is known. Models lose their texts when the definition is too large with them.
 */
export function restApiDefinition(contract: Contract, settings: ApiSettings): JsonObject {
  const key = JSON.stringify({ ...settings, rootFromOutput: null });
  const last = made.get(contract);
  if (last?.key === key) {
    return last.definition;
  }
  const full = build(contract, settings, false);
  const isTooLarge = Buffer.byteLength(JSON.stringify(full)) > DEFINITION_BYTES;
  const definition = isTooLarge ? build(contract, settings, true) : full;
  made.set(contract, { key, definition });
  return definition;
}

function build(contract: Contract, settings: ApiSettings, isTerse: boolean): JsonObject {
  const resources = planResources(contract);
  const models = planModels(contract, isTerse);
  const access = planAccess(contract, settings, "rest-api");
  const names = operationNames(contract);
  const table = schemaTable(contract);
  const binary = binaryMediaTypes(contract);
  const paths = new Map<string, Map<string, Json>>();
  for (const operation of contract.operations) {
    const planned = resources.byPath.get(operation.path);
    if (planned === undefined) {
      continue;
    }
    const methods = paths.get(planned.path) ?? new Map<string, Json>();
    paths.set(planned.path, methods);
    methods.set(
      operation.method.toLowerCase(),
      restMethod(operation, {
        settings,
        table,
        models,
        planned,
        access: access.byOperation.get(operation) ?? { kind: "iam" },
        operationName: names.get(operation) ?? operation.identifier,
        isTerse,
      }),
    );
  }
  for (const [path, methods] of paths) {
    const preflight = preflightMethod(path, [...methods.keys()], settings, binary);
    if (preflight !== null) {
      methods.set("options", preflight);
    }
  }
  const schemas = Object.fromEntries(models.models);
  const securitySchemes = restSecuritySchemes(access);
  const { title, version, description } = contract.info;
  return {
    openapi: "3.0.1",
    info: { title, version, ...(description && { description }) },
    paths: Object.fromEntries(
      [...paths].map(([path, methods]) => [path, Object.fromEntries(methods)]),
    ),
    components: {
      ...(models.models.size > 0 && { schemas }),
      ...(Object.keys(securitySchemes).length > 0 && { securitySchemes }),
    },
    ...(settings.gatewayValidation !== "off" && {
      "x-amazon-apigateway-request-validators": REQUEST_VALIDATORS,
    }),
    ...rootExtensions(contract),
    "x-amazon-apigateway-gateway-responses": gatewayResponses(contract, settings, access),
    ...(binary.length > 0 && { [BINARY_MEDIA_TYPES]: binary }),
  };
}
