import type { JsonObject, MediaType } from "@gatewright/contract";
import type { ModelPlan } from "../model/plan-models.js";
import { bareMediaType } from "./binary-media-types.js";

/**
 * `content` of a body: the JSON media types that have a model, without parameters. API Gateway checks no
 * others. Two that are one without parameters have no model: either could be refused by the other's.
 */
export function contentOf(content: readonly MediaType[], { modelOf }: ModelPlan): JsonObject {
  const byType = new Map<string, string | null>();
  for (const media of content) {
    const type = bareMediaType(media.mediaType);
    const model = modelOf.get(media) ?? null;
    byType.set(type, byType.has(type) && byType.get(type) !== model ? null : model);
  }
  const entries = [...byType].flatMap(([type, model]) =>
    model === null || type.includes("*")
      ? []
      : [[type, { schema: { $ref: `#/components/schemas/${model}` } }] as const],
  );
  return Object.fromEntries(entries);
}
