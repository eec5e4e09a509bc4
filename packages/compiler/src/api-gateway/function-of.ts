import type { Operation } from "@gatewright/contract";
import type { ApiSettings, FunctionSettings } from "../settings.js";

/** The function that serves an operation: the one that names it, else the one that names none. */
export function functionOf(
  settings: ApiSettings,
  operation: Operation,
): FunctionSettings | undefined {
  const functions = settings.functions.filter(({ kind }) => kind === "api");
  return (
    functions.find(({ operations }) => operations?.includes(operation.id)) ??
    functions.find(({ operations }) => operations === undefined)
  );
}
