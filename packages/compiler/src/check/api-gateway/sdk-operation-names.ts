import { operationNames } from "../../api-gateway/rest-api/operation-names.js";
import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

export const sdkOperationNames: TargetRule = {
  code: "GW2260",
  title: "An operation has another name in SDKs of API Gateway",
  severity: "warning",
  target: "get-sdk",
  check(contract, _settings, report) {
    const places = [...operationNames(contract)]
      .filter(([{ id }, name]) => id !== name)
      .map(([{ id, at, hasOperationId }, name]) => ({
        at: hasOperationId ? `${at}/operationId` : at,
        isAtKey: true as const,
        message: `${id} becomes ${name}`,
      }));
    reportOnce(report, places, {
      message: (number) =>
        `${count(number, "operation gets another name", "operations get other names")} in SDKs: ${places[0]?.message ?? ""}; method names have letters and digits only`,
      fix: "Give every operation an operationId of letters and digits that starts with a letter.",
    });
  },
};
