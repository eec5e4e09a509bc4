import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const MARK = "// Differs from API Gateway: ";

/** First sentences of all marks in the sources of this package. */
function marks(): string[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => readFileSync(join(import.meta.dirname, file), "utf8").split("\n"))
    .filter((line) => line.includes(MARK))
    .map((line) =>
      line
        .slice(line.indexOf(MARK) + MARK.length)
        .trim()
        .replace(/\.$/, ""),
    );
}

it("lists every marked difference from API Gateway in docs/differences.md, word for word", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../../docs/differences.md"), "utf8");
  const text = docs.replace(/\s+/g, " ");
  const found = marks();
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((mark) => !text.includes(mark))).toEqual([]);
});
