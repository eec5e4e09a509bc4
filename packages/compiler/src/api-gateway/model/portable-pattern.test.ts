import { describe, expect, it } from "vitest";
import { isPortablePattern } from "./portable-pattern.js";

describe("isPortablePattern", () => {
  it.each([
    "^[0-7][0-9A-HJKMNP-TV-Z]{25}$",
    "^(?:a|b)+$",
    "^\\d{4}-\\d{2}$",
    "\\\\s",
    "^[\\w.-]+@[a-z]+\\.[a-z]{2,}$",
  ])("takes %j, which engines read alike", (pattern) => {
    expect(isPortablePattern(pattern)).toBe(true);
  });

  it.each([
    ["\\s", "which spaces?"],
    ["\\bword\\b", "which letters?"],
    ["\\p{L}", "a Unicode class"],
    ["\\u{1F600}", "a code point escape"],
    ["(?=a)b", "look-ahead"],
    ["(?<=a)b", "look-behind"],
    ["(?<name>a)", "a named group"],
    ["(?i)abc", "a flag, which ECMAScript does not have"],
    ["(a)\\1", "a back reference"],
    ["[^]", "everything in ECMAScript, an error elsewhere"],
    ["[a[b]]", "a union in Java"],
    ["[a-z&&[^b]]", "an intersection in Java"],
    ["a++", "a possessive quantifier in Java"],
    ["😀", "two units where UTF-16 is counted"],
    ["(", "not a pattern"],
  ])("leaves %j out: %s", (pattern) => {
    expect(isPortablePattern(pattern)).toBe(false);
  });
});
