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
    const byLength = new Map<number, Template[]>();
    for (const item of items) {
      const signature = item.key.replace(/\{[^{}]*\}/g, "{}");
      const same = bySignature.get(signature);
      if (same) {
        report({
          at: paths.atMember(item.key),
          isAtKey: true,
          message: `the path ${quoted(item.key)} is the same as ${quoted(same.key)}: names of variables do not tell paths apart`,
          related: [{ at: paths.atMember(same.key), isAtKey: true, message: "the other path" }],
          fix: "Make one path of them, or change one.",
        });
        continue;
      }
      bySignature.set(signature, item);
      const template = { item, segments: item.key.split("/") };
      const rivals = byLength.get(template.segments.length) ?? [];
      const rival = rivals.find((other) => isAmbiguous(other, template))?.item;
      byLength.set(template.segments.length, rivals);
      rivals.push(template);
      if (rival) {
        report({
          severity: "warning",
          at: paths.atMember(item.key),
          isAtKey: true,
          message: `some requests match both ${quoted(item.key)} and ${quoted(rival.key)}`,
          related: [{ at: paths.atMember(rival.key), isAtKey: true, message: "the other path" }],
          fix: "Make their fixed parts differ; which one is taken depends on the router.",
        });
      }
    }
  },
};

interface Template {
  readonly item: Cursor;
  readonly segments: readonly string[];
}

/** Neither is the more specific one: each has a variable where the other has fixed text. */
function isAmbiguous(left: Template, right: Template): boolean {
  let isLeftOpen = false;
  let isRightOpen = false;
  for (const [index, segment] of left.segments.entries()) {
    const other = right.segments[index] ?? "";
    const isOpen = isVariable(segment);
    const isOtherOpen = isVariable(other);
    if (!isOpen && !isOtherOpen && segment !== other) {
      return false;
    }
    isLeftOpen ||= isOpen && !isOtherOpen;
    isRightOpen ||= isOtherOpen && !isOpen;
  }
  return isLeftOpen && isRightOpen && sharesMethod(left.item, right.item);
}

/** A segment that is one variable and nothing else. */
function isVariable(segment: string): boolean {
  return segment.startsWith("{") && segment.indexOf("}") === segment.length - 1;
}

function sharesMethod(left: Cursor, right: Cursor): boolean {
  const methods = new Set(operationsOf(left).map((operation) => operation.key));
  return operationsOf(right).some((operation) => methods.has(operation.key));
}
