import { expect, it } from "vitest";
import type { MockIntegration } from "../definition/gateway-definition.js";
import { answerMock } from "./mock-answer.js";

const mock: MockIntegration = {
  kind: "mock",
  statusByMediaType: new Map([["application/json", 204]]),
  passthrough: "WHEN_NO_MATCH",
  convertsToText: false,
  responses: [
    { pattern: /^(?:5\d\d)$/, status: 500, headers: [], templates: new Map() },
    {
      pattern: null,
      status: 200,
      headers: [["X-Default", "1"]],
      templates: new Map([["application/json", "{}"]]),
    },
    { pattern: /^(?:204)$/, status: 204, headers: [["X-One", "1"]], templates: new Map() },
  ],
};

it("chooses the response whose pattern matches the template's status, before the default", () => {
  expect(answerMock(mock, undefined, [])).toMatchObject({
    status: 204,
    headers: ["X-One", "1", "Content-Type", "application/json"],
  });
  const other = { ...mock, statusByMediaType: new Map([["application/json", 201]]) };
  expect(answerMock(other, "Application/JSON; charset=utf-8", [])).toMatchObject({
    status: 200,
    body: "{}",
  });
});

it("fails at a content type without a template, or answers 415 when nothing is passed through", () => {
  expect(answerMock(mock, "text/plain", [])).toMatchObject({ type: "API_CONFIGURATION_ERROR" });
  expect(answerMock({ ...mock, passthrough: "NEVER" }, "text/plain", [])).toMatchObject({
    type: "UNSUPPORTED_MEDIA_TYPE",
  });
});

it("fails at a binary body unless it is converted to text, as a preflight does where all types are binary", () => {
  expect(answerMock(mock, undefined, ["*/*"])).toMatchObject({ type: "API_CONFIGURATION_ERROR" });
  expect(answerMock({ ...mock, convertsToText: true }, undefined, ["*/*"])).toMatchObject({
    status: 204,
  });
});
