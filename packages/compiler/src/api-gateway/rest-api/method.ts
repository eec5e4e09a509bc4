import type { Json, JsonObject, Operation } from "@gatewright/contract";
import type { ApiSettings } from "../../settings.js";
import { isObject, own } from "../../source/json-object.js";
import type { Access } from "../access.js";
import { functionOf } from "../function-of.js";
import { invocationUri } from "../invocation.js";
import type { ModelPlan } from "../model/plan-models.js";
import { planParameters } from "../parameters.js";
import type { SchemaTable } from "../schema-table.js";
import { contentOf } from "./content.js";
import { requestValidator } from "./request-validation.js";
import { methodResponses } from "./responses.js";
import { methodSecurity } from "./security-schemes.js";

export interface MethodContext {
  readonly settings: ApiSettings;
  readonly table: SchemaTable;
  readonly models: ModelPlan;
  readonly variables: ReadonlyMap<string, string>;
  readonly access: Access;
  readonly operationName: string;
  readonly isTerse: boolean;
}

/** One method of a REST API. */
export function restMethod(operation: Operation, context: MethodContext): JsonObject {
  const { models, settings } = context;
  const parameters = planParameters(operation, context.variables, context.table).flatMap(
    ({ declared }) => {
      if (declared === null) {
        return [];
      }
      const { type, description, ...facts } = declared;
      const text = context.isTerse || description === undefined ? {} : { description };
      return [{ ...facts, ...text, schema: { type } }];
    },
  );
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

/** The document's own integration, else the Lambda proxy integration of the function that serves the operation. */
function integration(operation: Operation, settings: ApiSettings): Json {
  const given = own(operation.extensions, "x-amazon-apigateway-integration");
  return isObject(given) ? given : proxyIntegration(settings, operation);
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
