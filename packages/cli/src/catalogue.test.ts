import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";

const packages = fileURLToPath(new URL("../..", import.meta.url));

/** Codes that the sources of a package report: string literals, not what comments mention. */
function codesIn(name: string): readonly string[] {
  const files = readdirSync(join(packages, name, "src"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && !/\.test(-d)?\.ts$/.test(file))
    .filter((file) => !file.includes("catalogue") && !file.includes("testing"))
    .flatMap((file) => {
      const text = readFileSync(join(packages, name, "src", file), "utf8");
      return [...text.matchAll(/"(GW\d{4})"/g)].map((match) => match[1] ?? "");
    });
}

describe("the catalogue", () => {
  it.each(["compiler", "local", "cli"])("explains every code that %s reports", (name) => {
    const known = new Set(catalogue.map(({ code }) => code));
    expect([...new Set(codesIn(name))].filter((code) => !known.has(code))).toEqual([]);
  });

  it("holds each code once, with a title in a few words, a cause and a fix", () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
    for (const { code, title, cause, fix } of catalogue) {
      expect(code).toMatch(/^GW[1-6]\d{3}$/);
      expect(title, code).toMatch(/^.{8,90}[^.]$/);
      expect(cause.length, code).toBeGreaterThan(40);
      expect(fix.length, code).toBeGreaterThan(10);
    }
  });
});
