import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.js";

function read(text: string): unknown {
  const { value, diagnostics } = readYaml("api.yaml", text);
  return diagnostics.length > 0 ? diagnostics.map((each) => `${each.code} ${each.at}`) : value;
}

describe("readYaml", () => {
  it("reads YAML 1.2: yes and dates are text, octal needs 0o", () => {
    expect(read("a: yes\nb: 2024-01-01\nc: 010\nd: 0o10\ne: ~\n")).toEqual({
      a: "yes",
      b: "2024-01-01",
      c: 10,
      d: 8,
      e: null,
    });
  });

  it("keeps keys as they are written, numbers included", () => {
    expect(Object.keys(read("200: a\n1.0: b\ntrue: c\n") as object)).toEqual([
      "200",
      "1.0",
      "true",
    ]);
  });

  it("takes __proto__ for a key like any other", () => {
    const value = read("__proto__: { polluted: yes }\n");
    expect(Object.hasOwn(value as object, "__proto__")).toBe(true);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("shows both places of a key that is written twice", () => {
    const { diagnostics } = readYaml("api.yaml", "a: 1\nb: 2\na: 3\n");
    expect(diagnostics).toMatchObject([
      { code: "GW1004", at: "api.yaml#:10", related: [{ at: "api.yaml#:0" }] },
    ]);
  });

  it("writes aliases out, with the anchor that stands last before them", () => {
    expect(read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  it("refuses an alias bomb before it grows", () => {
    const bomb = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8]"];
    for (let level = 1; level <= 10; level += 1) {
      const inner = Array.from({ length: 8 }, () => `*a${level - 1}`).join(", ");
      bomb.push(`a${level}: &a${level} [${inner}]`);
    }
    const { value, diagnostics } = readYaml("api.yaml", bomb.join("\n"));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "GW1005", message: expect.stringContaining("aliases repeat each other") },
    ]);
  });

  it("refuses many aliases of one large value", () => {
    const large = `a: &a [${"1, ".repeat(3_000)}1]\n`;
    expect(read(`${large}b: [${"*a, ".repeat(2_000)}*a]\n`)).toEqual(["GW1005 api.yaml#:0"]);
  });

  it("refuses an alias inside the value that it stands for", () => {
    expect(read("a: &a { b: *a }\n")).toEqual(["GW1005 api.yaml#:11"]);
  });

  it("says that merge keys do not exist, unless the key is quoted", () => {
    expect(read("a: &a { b: 1 }\nc: { <<: *a }\n")).toEqual(["GW1009 api.yaml#:20"]);
    expect(read('c: { "<<": 1 }\n')).toEqual({ c: { "<<": 1 } });
  });

  it("points at the bracket that nothing closes", () => {
    expect(read("a: 1\nb: {c: 1\nd: 2\n")).toEqual(["GW1002 api.yaml#:8"]);
  });

  it("refuses numbers that JSON does not have", () => {
    expect(read("a: .nan\n")).toEqual(["GW1002 api.yaml#:3"]);
  });

  it("refuses a second document", () => {
    expect(read("a: 1\n---\nb: 2\n")).toEqual(["GW1002 api.yaml#:5"]);
  });

  it("answers nesting beyond its stack with a diagnostic", () => {
    const { value, diagnostics } = readYaml("api.yaml", `a: ${"[".repeat(20_000)}`);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "GW1006" }]);
  });
});
