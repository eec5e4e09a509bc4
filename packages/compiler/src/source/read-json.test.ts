import { describe, expect, it } from "vitest";
import { readJson } from "./read-json.js";

function faults(text: string): readonly string[] {
  return readJson("api.json", text).diagnostics.map(
    ({ code, at, message }) => `${code} ${at} ${message}`,
  );
}

describe("readJson", () => {
  it.each([
    ['{"a": 1,}', 'GW1002 api.json#:8 this is not JSON: expected a property name, found "}"'],
    ["[1 2]", 'GW1002 api.json#:3 this is not JSON: expected "," or "]", found "2"'],
    ['{"a": tru}', 'GW1002 api.json#:6 this is not JSON: expected a value, found "t"'],
    ['{"a": "b', "GW1002 api.json#:6 this is not JSON: this text has no closing quote"],
    ['{"a": "\\x"}', "GW1002 api.json#:7 this is not JSON: this escape does not exist in JSON"],
    ["{} x", 'GW1002 api.json#:3 this is not JSON: expected the end of the file, found "x"'],
    ["", "GW1002 api.json#:0 this is not JSON: expected a value, found the end of the file"],
    ["[01]", 'GW1002 api.json#:2 this is not JSON: expected "," or "]", found "1"'],
  ])("finds the fault in %s", (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it("finds a key that is written twice, also when it is escaped once", () => {
    expect(faults('{"a": 1, "\\u0061": 2}')).toEqual([
      'GW1004 api.json#:9 the key "a" is written twice in one object',
    ]);
  });

  it("is not misled by colons and braces inside text", () => {
    expect(faults('{"a": "{\\"b\\": [1]}", "c\\\\": ":"}')).toEqual([]);
  });

  it("refuses nesting beyond a thousand levels at the bracket that goes too far", () => {
    expect(faults("[".repeat(1_001) + "]".repeat(1_001))).toEqual([
      "GW1006 api.json#:1000 this is nested too deeply; at most 1,000 levels are read",
    ]);
    expect(faults("[".repeat(1_000) + "]".repeat(1_000))).toEqual([]);
  });

  it("takes __proto__ for a key like any other", () => {
    const { value } = readJson("api.json", '{"__proto__": {"polluted": true}}');
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
