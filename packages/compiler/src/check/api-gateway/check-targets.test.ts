import { describe, expect, it } from "vitest";
import { findEntry } from "../../diagnostic/catalogue.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { applyTargets } from "./check-targets.js";
import { apiGatewayRules } from "./rules.js";

function finding(facts: Partial<Diagnostic>): Diagnostic {
  return {
    code: "GW2021",
    severity: "error",
    target: "rest-api",
    message: "a message",
    at: "api.yaml#/paths",
    fix: "a fix",
    related: [],
    ...facts,
  };
}

describe("applyTargets", () => {
  it("keeps an error of a target that was asked for", () => {
    const { diagnostics, blocked } = applyTargets([finding({})], ["rest-api"]);
    expect(diagnostics).toEqual([finding({})]);
    expect([...blocked]).toEqual(["rest-api"]);
  });

  it("makes an error of another target a warning that leaves the target out", () => {
    const { diagnostics, blocked } = applyTargets([finding({})], ["http-api"]);
    expect(diagnostics).toEqual([finding({ severity: "warning", blocksTarget: true })]);
    expect([...blocked]).toEqual(["rest-api"]);
  });

  it("gives a warning of both targets once, and errors of both twice", () => {
    const warning = finding({ severity: "warning" });
    const both = [warning, { ...warning, target: "http-api" as const }];
    expect(applyTargets(both, []).diagnostics).toEqual([warning]);
    const errors = [finding({}), finding({ target: "http-api" })];
    expect(applyTargets(errors, ["rest-api", "http-api"]).diagnostics).toEqual(errors);
  });

  it("blocks nothing for a warning", () => {
    expect(applyTargets([finding({ severity: "warning" })], []).blocked.size).toBe(0);
  });

  it("leaves out what only SDKs of API Gateway lack unless they were asked for", () => {
    const sdk = finding({ target: "get-sdk", severity: "warning" });
    expect(applyTargets([sdk], []).diagnostics).toEqual([]);
    expect(applyTargets([sdk], ["get-sdk"]).diagnostics).toEqual([sdk]);
  });

  it("does not touch what concerns the document itself", () => {
    const own = finding({ target: null });
    expect(applyTargets([own], []).diagnostics).toEqual([own]);
  });
});

describe("apiGatewayRules", () => {
  it("have an entry in the catalogue each", () => {
    const missing = apiGatewayRules.filter(({ code }) => findEntry(code) === undefined);
    expect(missing.map(({ code }) => code)).toEqual([]);
  });
});
