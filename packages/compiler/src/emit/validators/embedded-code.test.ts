import { readFileSync } from "node:fs";
import { formats, isFormatName } from "@gatewright/contract";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { formatCode, runtimeCode } from "./embedded-code.generated.js";
import { runtime } from "./runtime.js";

/** A module's exports from its source text: as its author wrote it, whatever builds or loads it otherwise. */
function loadText(path: string): Record<string, unknown> {
  const source = readFileSync(new URL(path, import.meta.url), "utf8");
  const { code } = transformSync(source, { loader: "ts", format: "cjs", target: "es2022" });
  const module = { exports: {} };
  new Function("module", code)(module);
  return module.exports;
}

function table(name: string, names: string, values: object): string {
  const entries = Object.entries(values).map(([key, value]) => {
    const text = value instanceof RegExp ? `/${value.source}/${value.flags}` : String(value);
    return `  ${JSON.stringify(key)}: \`${text.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\`,\n`;
  });
  return `export const ${name}: Readonly<Record<${names}, string>> = {\n${entries.join("")}};\n`;
}

describe("embedded code", () => {
  // After a change of the sources: npx vitest run packages/compiler/src/emit/validators/embedded-code --update
  it("is the text of the functions as they are written", async () => {
    const { runtime: functions } = loadText("./runtime.ts");
    const { formats: tests } = loadText("../../../../contract/src/formats.ts");
    const text = `// Written by embedded-code.test.ts from runtime.ts and the formats of @gatewright/contract. Do not edit it.
import type { FormatName } from "@gatewright/contract";
import type { RuntimeName } from "./runtime.js";

/** Source text of each function of \`runtime.ts\`. */
${table("runtimeCode", "RuntimeName", Object(functions))}
/** Source text of each format: a function or a regular expression. */
${table("formatCode", "FormatName", Object(tests))}`;
    await expect(text).toMatchFileSnapshot("./embedded-code.generated.ts");
  });

  it("has every function and every format, and nothing else", () => {
    expect(Object.keys(runtimeCode)).toEqual(Object.keys(runtime));
    expect(Object.keys(formatCode)).toEqual(Object.keys(formats));
    expect(Object.keys(formatCode).every(isFormatName)).toBe(true);
  });

  it("is complete in itself: every text is an expression that needs no other name", () => {
    for (const text of [...Object.values(runtimeCode), ...Object.values(formatCode)]) {
      expect(() => new Function(`"use strict"; return (${text});`)()).not.toThrow();
    }
  });
});
