import { planModels } from "../../api-gateway/model/plan-models.js";
import type { TargetRule } from "../rule.js";
import { count, reportOnce } from "./report-once.js";

const CAUSES = [
  {
    code: "GW2070",
    title: "The gateway lets an exclusive bound itself through",
    why: "models have no exclusiveMinimum and exclusiveMaximum for fractions",
  },
  {
    code: "GW2072",
    title: "The gateway checks that some branch of oneOf matches, not that one does",
    why: "a branch says more than its model can",
  },
  {
    code: "GW2073",
    title: "The gateway does not check properties that are read-only",
    why: "models have no readOnly",
  },
  {
    code: "GW2074",
    title: "The gateway does not check formats",
    why: "models keep none: what API Gateway takes for a format is not documented",
  },
  {
    code: "GW2077",
    title: "The gateway does not check what may be null",
    why: "a model with a type refuses null",
  },
  {
    code: "GW2078",
    title: "The gateway does not check newer keywords",
    why: "models are JSON Schema draft 4",
  },
  {
    code: "GW2081",
    title: "The gateway does not check a pattern",
    why: "regular expression engines differ on what it uses",
  },
] as const;

/** What models of request bodies leave out. Silent unless the gateway checks bodies. */
export const modelEnforcement: readonly TargetRule[] = CAUSES.map(({ code, title, why }) => ({
  code,
  title,
  severity: "warning",
  target: "rest-api",
  check(contract, { gatewayValidation }, report) {
    if (gatewayValidation !== "all") {
      return;
    }
    const losses = planModels(contract).losses.filter((loss) => loss.code === code);
    const places = losses.map(({ at, keyword }) => ({ at, message: keyword }));
    reportOnce(report, places, {
      message: (number) =>
        `the gateway leaves ${count(number, "constraint")} of request bodies to the function: ${why}`,
      fix: "Nothing to do: the function checks it. With gatewayValidation off it checks everything, and says what is wrong and where.",
    });
  },
}));
