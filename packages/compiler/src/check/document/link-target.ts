import type { Cursor } from "../../source/cursor.js";
import { nearestName } from "../../source/nearest-name.js";
import { operationsOf } from "./declared-parameters.js";
import { quoted, type SourceRule } from "./source-rule.js";

const idsByRoot = new WeakMap<object, readonly string[]>();

export const linkTarget: SourceRule = {
  code: "GW1055",
  title: "A link leads to an operation that does not exist",
  severity: "warning",
  kinds: ["link"],
  check(link, report, { root }) {
    const wanted = link.string("operationId");
    if (wanted === undefined) {
      return;
    }
    const known = operationIds(root);
    if (!known.includes(wanted)) {
      const nearest = nearestName(wanted, known);
      report({
        at: `${link.at}/operationId`,
        message: `the link leads to ${quoted(wanted)}, but no operation has that operationId`,
        fix: nearest ? `Did you mean ${quoted(nearest)}?` : "Name an operation of this document.",
      });
    }
  },
};

function operationIds(root: Cursor): readonly string[] {
  const { document } = root.bundle;
  let ids = idsByRoot.get(document);
  if (!ids) {
    ids = (root.get("paths")?.entries() ?? [])
      .flatMap(operationsOf)
      .flatMap((operation) => operation.string("operationId") ?? []);
    idsByRoot.set(document, ids);
  }
  return ids;
}
