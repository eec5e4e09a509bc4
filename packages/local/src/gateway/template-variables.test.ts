import { expect, it } from "vitest";
import { fillTemplate, variablesOf } from "./template-variables.js";

const values = new Map([
  ["context.requestId", "id-1"],
  ["context.error.messageString", '"say $context.requestId"'],
]);

it("puts values in place of variables, with and without braces, and looks at no value twice", () => {
  const template = `{"id":"$context.requestId","again":"\${context.requestId}","detail":$context.error.messageString}`;
  expect(fillTemplate(template, values)).toBe(
    '{"id":"id-1","again":"id-1","detail":"say $context.requestId"}',
  );
});

it("leaves a dollar that names nothing as it is", () => {
  expect(fillTemplate("costs $5 or $nothing", values)).toBe("costs $5 or $nothing");
  expect(variablesOf(`$context.a \${context.b}. $5`)).toEqual(["context.a", "context.b"]);
});
