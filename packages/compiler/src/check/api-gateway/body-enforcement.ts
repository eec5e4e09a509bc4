import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

export const bodyMediaTypes: TargetRule = {
  code: "GW2090",
  title: "The gateway does not check bodies that are not JSON",
  severity: "warning",
  target: "rest-api",
  check(contract, { gatewayValidation }, report) {
    const bodies = contract.operations.flatMap(({ requestBody }) => requestBody?.content ?? []);
    const places = bodies
      .filter(({ kind }) => gatewayValidation === "all" && kind !== "json")
      .map(({ at, mediaType }) => ({ at, isAtKey: true as const, message: mediaType }));
    reportOnce(report, places, {
      message: (number) =>
        `the gateway lets ${count(number, "request body", "request bodies")} through unchecked: it has models for JSON only`,
      fix: "Nothing to do: the function checks them.",
    });
  },
};

export const optionalBodies: TargetRule = {
  code: "GW2091",
  title: "The gateway does not check a body that may be absent",
  severity: "warning",
  target: "rest-api",
  check(contract, { gatewayValidation }, report) {
    const places = contract.operations.flatMap(({ requestBody, id }) =>
      gatewayValidation === "all" && requestBody !== null && !requestBody.required
        ? [{ at: requestBody.at, isAtKey: true as const, message: `the request body of ${id}` }]
        : [],
    );
    reportOnce(report, places, {
      message: (number) =>
        `the gateway lets ${count(number, "optional request body", "optional request bodies")} through unchecked: it would check an absent one as if it were {}`,
      fix: "Say required: true where the body must be there; the function checks the others.",
    });
  },
};
