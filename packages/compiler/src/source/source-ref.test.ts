import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeToken, offsetRef, pointerTokens, sourceRef, splitRef } from "./source-ref.js";

describe("source references", () => {
  it("reads back every file name and pointer that it writes", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (file, tokens) => {
        const pointer = tokens.map((token) => `/${escapeToken(token)}`).join("");
        const split = splitRef(sourceRef(file, pointer));
        expect(split).toEqual({ file, pointer, offset: null });
        expect(pointerTokens(split.pointer)).toEqual(tokens);
      }),
    );
  });

  it("keeps an offset apart from a pointer", () => {
    expect(splitRef(offsetRef("a#b.yaml", 12))).toEqual({
      file: "a#b.yaml",
      pointer: "",
      offset: 12,
    });
  });

  it("refuses text that is no pointer", () => {
    expect(pointerTokens("a/b")).toBeNull();
    expect(pointerTokens("/a~2")).toBeNull();
  });
});
