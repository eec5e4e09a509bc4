import type { Contract } from "@gatewright/contract";
import { type ParameterLoss, planParameters } from "../../api-gateway/parameters.js";
import { planResources } from "../../api-gateway/resources.js";
import { schemaTable } from "../../api-gateway/schema-table.js";
import type { RelatedPlace } from "../../diagnostic/diagnostic.js";
import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

interface Cause {
  readonly code: string;
  readonly loss: ParameterLoss;
  readonly title: string;
  readonly why: string;
}

const CAUSES: readonly Cause[] = [
  {
    code: "GW2041",
    loss: "cookie",
    title: "The gateway cannot require a cookie",
    why: "a method has no cookie parameters",
  },
  {
    code: "GW2042",
    loss: "name",
    title: "The gateway cannot require a parameter of this name",
    why: "its names hold letters, digits and : . _ $ -",
  },
  {
    code: "GW2043",
    loss: "clash",
    title: "The gateway cannot require two parameters of one name",
    why: "names are unique across path, query and headers",
  },
  {
    code: "GW2044",
    loss: "blank",
    title: "The gateway cannot require a parameter that may be blank",
    why: "a blank value counts as absent, and the schema accepts one",
  },
  {
    code: "GW2045",
    loss: "letter-case",
    title: "The gateway cannot require a header",
    why: "it compares names with letter case, and clients of HTTP/2 send lower case",
  },
  {
    code: "GW2047",
    loss: "spelling",
    title: "The gateway cannot require an object in the query",
    why: "the name itself is not in the query string, only names made from it",
  },
];

/**
 * What validation by the gateway does not cover although the contract requires it. Silent while the gateway validates
 * nothing; the function always checks everything.
 */
export const parameterEnforcement: readonly TargetRule[] = CAUSES.map(
  ({ code, loss, title, why }) => ({
    code,
    title,
    severity: "warning",
    target: "rest-api",
    check(contract, { gatewayValidation }, report) {
      if (gatewayValidation === "off") {
        return;
      }
      reportOnce(report, lostRequirements(contract, loss), {
        message: (number) =>
          `the gateway does not check that ${count(number, "required parameter is", "required parameters are")} there: ${why}`,
        fix: "Nothing to do: the function checks it. Leave gatewayValidation off to hear no more of it.",
      });
    },
  }),
);

function lostRequirements(contract: Contract, loss: ParameterLoss): readonly RelatedPlace[] {
  const table = schemaTable(contract);
  const { byPath } = planResources(contract);
  return contract.operations.flatMap((operation) =>
    planParameters(operation, byPath.get(operation.path)?.variables ?? new Map(), table)
      .filter((planned) => planned.loss === loss && planned.parameter.required)
      .map(({ parameter }) => ({
        at: `${parameter.at}/name`,
        message: `${parameter.in} parameter ${JSON.stringify(parameter.name)}`,
      })),
  );
}
