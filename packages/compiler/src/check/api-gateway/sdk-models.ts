import { jsonBodies } from "../../api-gateway/model/json-bodies.js";
import { planModels } from "../../api-gateway/model/plan-models.js";
import { schemaTable } from "../../api-gateway/schema-table.js";
import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

export const sdkOneOf: TargetRule = {
  code: "GW2072",
  title: "SDKs of API Gateway have no types for a choice of schemas",
  severity: "warning",
  target: "get-sdk",
  check(contract, _settings, report) {
    const { models, renamed } = planModels(contract);
    const table = schemaTable(contract);
    const places = [...models]
      .filter(([, model]) => Object.hasOwn(model, "oneOf") || Object.hasOwn(model, "anyOf"))
      .map(([model]) => ({
        at: table.get(renamed.get(model) ?? model)?.at ?? contract.at,
        isAtKey: true as const,
        message: model,
      }));
    reportOnce(report, places, {
      message: (number) =>
        `${count(number, "model is", "models are")} without a type in SDKs: they know neither oneOf nor anyOf`,
      fix: "Use the SDK that Gatewright generates, or one schema with all properties.",
    });
  },
};

export const sdkUntypedBodies: TargetRule = {
  code: "GW2263",
  title: "SDKs of API Gateway have no type for a body",
  severity: "warning",
  target: "get-sdk",
  check(contract, _settings, report) {
    const { modelOf } = planModels(contract);
    const typed = new Set(jsonBodies(contract).map(({ media }) => media));
    const bodies = contract.operations.flatMap(({ requestBody, responses }) => [
      ...(requestBody?.content ?? []),
      ...responses.flatMap(({ content }) => content),
    ]);
    const places = bodies
      .filter((media) => !typed.has(media) || !modelOf.has(media))
      .map(({ at, mediaType }) => ({ at, isAtKey: true as const, message: mediaType }));
    reportOnce(report, places, {
      message: (number) =>
        `${count(number, "body has", "bodies have")} no type in SDKs: only JSON with a schema becomes a model`,
      fix: "Use the SDK that Gatewright generates.",
    });
  },
};
