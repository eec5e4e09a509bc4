import type { SourceRef } from "@gatewright/contract";
import { METHODS } from "../../build/operation.js";
import type { Cursor } from "../../source/cursor.js";

interface DeclaredParameter {
  readonly name: string;
  readonly in: string;
  /** Where the name is written, or the reference that brings it here. */
  readonly at: SourceRef;
}

/** What a list of parameters declares; null when one of them cannot be known because its reference is broken. */
export function declaredParameters(holder: Cursor): readonly DeclaredParameter[] | null {
  const declared: DeclaredParameter[] = [];
  for (const item of holder.get("parameters")?.items() ?? []) {
    const parameter = item.follow();
    const name = parameter?.string("name");
    const location = parameter?.string("in");
    if (!parameter || name === undefined || location === undefined) {
      return null;
    }
    const isReference = item.string("$ref") !== undefined;
    declared.push({
      name,
      in: location,
      at: isReference ? `${item.at}/$ref` : `${item.at}/name`,
    });
  }
  return declared;
}

/** The operations of a path item. */
export function operationsOf(item: Cursor): readonly Cursor[] {
  return item
    .entries()
    .filter(
      (entry) =>
        entry.object !== null &&
        !entry.isBroken &&
        METHODS.some((method) => method.toLowerCase() === entry.key),
    );
}

/** Where a complaint about a whole operation points: its operationId, else its method. */
export function operationAt(operation: Cursor): SourceRef {
  return operation.string("operationId") === undefined
    ? operation.at
    : `${operation.at}/operationId`;
}

/** True for a path item of `paths`, whose key is a path template. */
export function isUnderPaths(item: Cursor): boolean {
  return item.parent?.key === "paths" && item.parent.parent?.parent === null;
}
