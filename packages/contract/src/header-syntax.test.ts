import { expect, it } from "vitest";
import { canBeSent } from "./header-syntax.js";

it.each([
  ["x-a", "", true],
  ["x-a", "é\tü", true],
  ["x-a", "a\r\nb: c", false],
  ["x-a", "a\n", false],
  ["x-a", "\0", false],
  ["x-a", "→", false],
  ["", "a", false],
  ["x a", "a", false],
  ["x-a:", "a", false],
  ["x-a\n", "a", false],
])("of a header %j with value %j says whether it can be sent: %j", (name, value, expected) => {
  expect(canBeSent(name, value)).toBe(expected);
});
