import type { Cursor } from "../../source/cursor.js";
import { operationsOf } from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

/** Two templates that match the same requests: identical but for names is an error, overlapping a warning. */
export const pathsDistinct: SourceRule = {
  code: "GW1032",
  title: "Two paths match the same requests",
  severity: "error",
  kinds: ["paths"],
  check(paths, report) {
    const items = paths.entries().filter((entry) => entry.key.startsWith("/"));
    const bySignature = new Map<string, Cursor>();
    const byLength = new Map<number, Cursor[]>();
    for (const item of items) {
      const signature = item.key.replace(/\{[^{}]*\}/g, "{}");
      const same = bySignature.get(signature);
      if (same) {
        report({
          at: keyAt(paths, item),
          isAtKey: true,
          message: `the path ${quoted(item.key)} is the same as ${quoted(same.key)}: names of variables do not tell paths apart`,
          related: [{ at: keyAt(paths, same), isAtKey: true, message: "the other path" }],
          fix: "Make one path of them, or change one.",
        });
        continue;
      }
      bySignature.set(signature, item);
      const length = item.key.split("/").length;
      const rivals = byLength.get(length) ?? [];
      byLength.set(length, [...rivals, item]);
      const rival = rivals.find((other) => isAmbiguous(other.key, item.key) && share(other, item));
      if (rival) {
        report({
          severity: "warning",
          at: keyAt(paths, item),
          isAtKey: true,
          message: `some requests match both ${quoted(item.key)} and ${quoted(rival.key)}`,
          related: [{ at: keyAt(paths, rival), isAtKey: true, message: "the other path" }],
          fix: "Make their fixed parts differ; which one is taken depends on the router.",
        });
      }
    }
  },
};

function keyAt(paths: Cursor, item: Cursor): string {
  return `${paths.at}/${item.key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Neither is the more specific one: each has a variable where the other has fixed text. */
function isAmbiguous(left: string, right: string): boolean {
  const rightSegments = right.split("/");
  let isLeftOpen = false;
  let isRightOpen = false;
  for (const [index, segment] of left.split("/").entries()) {
    const other = rightSegments[index] ?? "";
    const isVariable = /^\{[^{}]*\}$/.test(segment);
    const isOtherVariable = /^\{[^{}]*\}$/.test(other);
    if (!isVariable && !isOtherVariable && segment !== other) {
      return false;
    }
    isLeftOpen ||= isVariable && !isOtherVariable;
    isRightOpen ||= isOtherVariable && !isVariable;
  }
  return isLeftOpen && isRightOpen;
}

function share(left: Cursor, right: Cursor): boolean {
  const methods = new Set(operationsOf(left).map((operation) => operation.key));
  return operationsOf(right).some((operation) => methods.has(operation.key));
}
