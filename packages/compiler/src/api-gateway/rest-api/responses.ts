import type { JsonObject, Response } from "@gatewright/contract";
import type { ModelPlan } from "../model/plan-models.js";
import { contentOf } from "./content.js";

/** Header names that a method response can declare. */
const HEADER_NAME = /^[a-zA-Z0-9:._$-]+$/;

/**
 * Method responses: those with a status of three digits. A range and `default` have no place on API Gateway;
 * a proxy integration answers with any status, declared or not.
 */
export function methodResponses(responses: readonly Response[], models: ModelPlan): JsonObject {
  const exact = responses.filter(({ status }) => /^[1-5]\d\d$/.test(status));
  if (exact.length === 0) {
    return { "200": { description: responses[0]?.description || "The answer" } };
  }
  return Object.fromEntries(
    exact.map((response) => [response.status, methodResponse(response, models)]),
  );
}

function methodResponse({ status, description, headers, content }: Response, models: ModelPlan) {
  const names = headers.map(({ name }) => name).filter((name) => HEADER_NAME.test(name));
  const bodies = contentOf(content, models);
  return {
    description: description || `Status ${status}`,
    ...(names.length > 0 && {
      headers: Object.fromEntries(names.map((name) => [name, { schema: { type: "string" } }])),
    }),
    ...(Object.keys(bodies).length > 0 && { content: bodies }),
  };
}
