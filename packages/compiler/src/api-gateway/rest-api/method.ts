import type { Json, JsonObject, Operation } from "@gatewright/contract";
import type { ApiSettings } from "../../settings.js";
import { isObject, own } from "../../source/json-object.js";
import type { Access } from "../access.js";
import { functionOf } from "../function-of.js";
import { invocationUri } from "../invocation.js";
import type { ModelPlan } from "../model/plan-models.js";
import { planParameters } from "../parameters.js";
import type { PlannedPath } from "../resources.js";
import type { SchemaTable } from "../schema-table.js";
import { contentOf } from "./content.js";
import { requestValidator } from "./request-validation.js";
import { methodResponses } from "./responses.js";
import { methodSecurity } from "./security-schemes.js";

export interface MethodContext {
  readonly settings: ApiSettings;
  readonly table: SchemaTable;
  readonly models: ModelPlan;
  readonly planned: PlannedPath;
  readonly access: Access;
  readonly operationName: string;
  readonly isTerse: boolean;
}

/** One method of a REST API. */
export function restMethod(operation: Operation, context: MethodContext): JsonObject {
  const { models, settings } = context;
  const parameters = methodParameters(operation, context);
  const content = contentOf(operation.requestBody?.content ?? [], models);
  const hasModel = Object.keys(content).length > 0;
  const validator = requestValidator(settings, operation, hasModel);
  return {
    operationId: context.operationName,
    ...(operation.summary && !context.isTerse && { summary: operation.summary }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasModel && {
      requestBody: { content, required: operation.requestBody?.required ?? false },
    }),
    responses: methodResponses(operation.responses, models),
    ...methodSecurity(context.access),
    ...(validator !== null && { "x-amazon-apigateway-request-validator": validator }),
    "x-amazon-apigateway-integration": integration(operation, settings),
  };
}

/** Variables of the path that the contract does not declare come last: API Gateway wants them all. */
function methodParameters(operation: Operation, context: MethodContext): readonly JsonObject[] {
  const declared = planParameters(operation, context.planned.variables, context.table).flatMap(
    (planned) => (planned.declared === null ? [] : [planned.declared]),
  );
  const inPath = new Set(declared.filter((one) => one.in === "path").map(({ name }) => name));
  const missing = context.planned.names.filter((name) => !inPath.has(name));
  return [
    ...declared.map(({ type, description, ...facts }) => ({
      ...facts,
      ...(description !== undefined && !context.isTerse && { description }),
      schema: { type },
    })),
    ...missing.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
  ];
}

/** The document's own integration, else the Lambda proxy integration of the function that serves the operation. */
function integration(operation: Operation, settings: ApiSettings): Json {
  const given = own(operation.extensions, "x-amazon-apigateway-integration");
  if (!isObject(given)) {
    return proxyIntegration(settings, operation);
  }
  // Format 1.0 is the only one of a REST API, and goes without saying.
  const { payloadFormatVersion: _, ...rest } = given;
  return rest;
}

function proxyIntegration(settings: ApiSettings, operation: Operation): JsonObject {
  return {
    type: "aws_proxy",
    httpMethod: "POST",
    uri: invocationUri(functionOf(settings, operation)?.name ?? settings.slug),
    passthroughBehavior: "when_no_match",
    timeoutInMillis: settings.integrationTimeoutMs,
  };
}
