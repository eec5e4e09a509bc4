import type { JsonObject } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { maskedCopy } from "./masked-copy.js";

const ref = { $ref: "#/components/schemas/Note" };
const masked = { "$ref (data)": "#/components/schemas/Note" };

function components(value: JsonObject): JsonObject {
  return { openapi: "3.1.0", components: value };
}

describe("maskedCopy", () => {
  it("masks references in data, and leaves out addresses of examples", () => {
    const document = components({
      schemas: {
        Note: { default: ref, enum: [ref], const: [ref], examples: [ref], "x-note": ref, not: ref },
      },
      examples: { one: { value: { externalValue: "a.json", note: ref }, externalValue: "b.json" } },
    });
    expect(maskedCopy(document, true)).toEqual(
      components({
        schemas: {
          Note: {
            ...{ default: masked, enum: [masked], const: [masked], examples: [masked] },
            ...{ "x-note": masked, not: ref },
          },
        },
        examples: { one: { value: { note: masked } } },
      }),
    );
  });

  it("keeps of a discriminator's mapping what stays in the document", () => {
    const mapping = {
      note: ref.$ref,
      memo: "memo.yaml",
      $ref: ref.$ref,
      __proto: "http://a.test/",
    };
    const document = (value: JsonObject) =>
      components({ schemas: { Any: { discriminator: { propertyName: "kind", mapping: value } } } });
    expect(maskedCopy(document(mapping), true)).toEqual(document({ note: ref.$ref }));
  });

  it("knows names from keywords", () => {
    const schema = { properties: { default: ref, example: ref, enum: ref, $ref: ref, "x-a": ref } };
    const document = components({ schemas: { default: schema }, responses: { default: ref } });
    expect(maskedCopy(document, true)).toEqual(document);
  });

  it("keeps what stands beside a reference only where the version lets it", () => {
    const document = components({ schemas: { Note: { ...ref, description: "A note" } } });
    expect(maskedCopy(document, true)).toEqual(document);
    expect(maskedCopy(document, false)).toEqual(components({ schemas: { Note: ref } }));
  });
});
