import { expect, it } from "vitest";
import type { LocatedDiagnostic } from "./diagnostic.js";
import { inOrder } from "./in-order.js";

function found(place: string, severity: "error" | "warning", message = ""): LocatedDiagnostic {
  const [file = "", line, column] = place.split(":");
  return {
    ...{ code: "GW1003", severity, target: null, message, fix: "", docs: "", related: [] },
    ...{ file, line: Number(line), column: Number(column), pointer: "" },
  };
}

it("sorts by file, line and column as numbers, whatever the severity", () => {
  const places = ["b.yaml:1:1", "a.yaml:10:2", "a.yaml:9:10", "a.yaml:9:9", "B.yaml:2:1"];
  const diagnostics = places.map((place, index) => found(place, index % 2 ? "error" : "warning"));
  expect(inOrder(diagnostics).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(
    ["B.yaml:2:1", "a.yaml:9:9", "a.yaml:9:10", "a.yaml:10:2", "b.yaml:1:1"],
  );
});

it("keeps the order of what is at one place", () => {
  const diagnostics = ["third", "first", "second"].map((text) => found("a:1:1", "error", text));
  expect(inOrder(diagnostics)).toEqual(diagnostics);
});
