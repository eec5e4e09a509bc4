import type { Parameter } from "@gatewright/contract";
import { followReferences, type SchemaTable, schemaTable } from "../../api-gateway/schema-table.js";
import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

const CONSTRAINTS = [
  "enum",
  "const",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
];

export const parameterConstraints: TargetRule = {
  code: "GW2040",
  title: "The gateway checks only that parameters are there",
  severity: "warning",
  target: "rest-api",
  check(contract, { gatewayValidation }, report) {
    if (gatewayValidation === "off") {
      return;
    }
    const table = schemaTable(contract);
    const places = contract.operations.flatMap(({ parameters }) =>
      parameters
        .filter((parameter) => isConstrained(parameter, table))
        .map(({ at, name, in: location }) => ({
          at: `${at}/schema`,
          message: `${location} parameter ${JSON.stringify(name)}`,
        })),
    );
    reportOnce(report, places, {
      message: (number) =>
        `the gateway does not check the values of ${count(number, "parameter that has", "parameters that have")} constraints, only that required ones are there`,
      fix: "Nothing to do: the function checks them. Leave gatewayValidation off to hear no more of it.",
    });
  },
};

function isConstrained({ schema }: Parameter, table: SchemaTable): boolean {
  const target = followReferences(schema, table);
  return (
    typeof target === "object" && CONSTRAINTS.some((keyword) => Object.hasOwn(target, keyword))
  );
}
