import { describe, expect, it } from "vitest";
import { patternFault, repairPattern } from "./pattern.js";

describe("patterns", () => {
  it.each([
    ["^[a-z]+$", "^[a-z]+$"],
    ["^\\p{Lu}+$", "^\\p{Lu}+$"],
    ["^\\-?\\d+$", "^-?\\d+$"],
    ["^a\\@b\\_c$", "^a@b_c$"],
    ["^[\\w-.]+$", "^[\\w\\-.]+$"],
    ["^{id}$", "^\\{id\\}$"],
    ["^a{2,3}\\-$", "^a{2,3}-$"],
    ["^[\\w\\-\\.\\@]+$", "^[\\w\\-\\.@]+$"],
  ])("reads %s as %s", (pattern, repaired) => {
    expect(patternFault(pattern)).toBeNull();
    expect(repairPattern(pattern)).toBe(repaired);
    expect(() => new RegExp(repaired, "u")).not.toThrow();
  });

  it.each([
    ["^[A-Z{2}$", "unterminated character class"],
    ["(?i)yes", "invalid group"],
    ["(", "unterminated group"],
    ["a**", "nothing to repeat"],
  ])("says why %s does not compile", (pattern, reason) => {
    expect(patternFault(pattern)?.reason).toBe(reason);
  });

  it("leaves a pattern alone that no flag makes compile", () => {
    expect(repairPattern("(?<")).toBe("(?<");
  });
});
