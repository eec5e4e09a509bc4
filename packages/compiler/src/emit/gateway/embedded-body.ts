import type { Json, JsonObject } from "@gatewright/contract";
import { invocationUri } from "../../api-gateway/invocation.js";
import { isList, isObject } from "../../source/json-object.js";

/**
 * The definition as a template embeds it: what invokes a function names the template's own function. `uriOf` gives
 * the invocation URI of a function in the template's language, `text` escapes every other string and key for it.
 */
export function embeddedBody(
  definition: JsonObject,
  functionNames: readonly string[],
  uriOf: (functionName: string) => Json,
  text: (value: string) => string = (value) => value,
): Json {
  const uris = new Map(functionNames.map((name) => [invocationUri(name), name]));
  const visit = (value: Json, key: string): Json => {
    if (typeof value === "string") {
      const name = key === "uri" || key === "authorizerUri" ? uris.get(value) : undefined;
      return name === undefined ? text(value) : uriOf(name);
    }
    if (isList(value)) {
      return value.map((item) => visit(item, ""));
    }
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, item]) => [text(name), visit(item, name)]),
        )
      : value;
  };
  return visit(definition, "");
}

/** The functions that a definition invokes, by what invokes them. */
export function invokedFunctions(
  definition: JsonObject,
  functionNames: readonly string[],
): { readonly integrations: ReadonlySet<string>; readonly authorizers: ReadonlySet<string> } {
  const integrations = new Set<string>();
  const authorizers = new Set<string>();
  const uris = new Map(functionNames.map((name) => [invocationUri(name), name]));
  const visit = (value: Json, key: string): void => {
    const name = typeof value === "string" ? uris.get(value) : undefined;
    if (name !== undefined && key === "uri") {
      integrations.add(name);
    } else if (name !== undefined && key === "authorizerUri") {
      authorizers.add(name);
    }
    if (isList(value)) {
      value.forEach((item) => {
        visit(item, "");
      });
    } else if (isObject(value)) {
      for (const [inner, item] of Object.entries(value)) {
        visit(item, inner);
      }
    }
  };
  visit(definition, "");
  return { integrations, authorizers };
}
