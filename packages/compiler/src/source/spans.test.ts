import type { Json } from "@gatewright/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isList, isObject } from "./json-object.js";
import { readJson } from "./read-json.js";
import { readYaml } from "./read-yaml.js";
import type { SpanTable } from "./spans.js";

/** Compares each member's value with what stands at its span. */
function checkSpans(text: string, value: Json, spans: SpanTable): void {
  if (!isObject(value) && !isList(value)) {
    return;
  }
  const members = spans.members.get(value);
  for (const [name, member] of Object.entries(value)) {
    const found = members?.find(name);
    expect(JSON.parse(text.slice(found?.value.start, found?.value.end))).toEqual(member);
    if (isObject(value)) {
      expect(JSON.parse(text.slice(found?.key.start, found?.key.end))).toBe(name);
    }
    checkSpans(text, member, spans);
  }
}

describe("spans", () => {
  it("say where each member of any JSON document stands", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { value = null, spans, diagnostics } = readJson("api.json", text);
        expect(diagnostics).toEqual([]);
        checkSpans(text, value, spans());
      }),
    );
  });

  it("say the same when the document is read as YAML", () => {
    const text = JSON.stringify(
      { a: [1, { b: "x y", "c/d~e": null }], f: { g: [[true]] } },
      null,
      2,
    );
    const { value = null, spans } = readYaml("api.yaml", text);
    expect(value).toEqual(JSON.parse(text));
    checkSpans(text, value, spans());
  });
});
