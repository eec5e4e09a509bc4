import type {
  Json,
  JsonObject,
  Security,
  SecurityRequirement,
  SecurityScheme,
  SecuritySchemeType,
} from "@gatewright/contract";
import type { Cursor } from "../source/cursor.js";
import { isList, isObject } from "../source/json-object.js";
import { extensionsOf, textFields } from "./context.js";

/** The operation's own statement, else the root's, else none. */
export function buildSecurity(operation: Cursor, root: Cursor): Security {
  const own = operation.get("security");
  const stated = own ?? root.get("security");
  if (!stated || !isList(stated.value)) {
    return { kind: "unstated" };
  }
  const alternatives = stated.items().map(buildRequirement);
  return alternatives.length === 0
    ? { kind: "open", at: stated.at }
    : { kind: "required", alternatives, isInherited: own === null, at: stated.at };
}

function buildRequirement(item: Cursor): SecurityRequirement {
  return {
    schemes: item.entries().map((entry) => ({ name: entry.key, scopes: textsOf(entry.value) })),
    at: item.at,
  };
}

function textsOf(value: Json): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

export function buildSecuritySchemes(root: Cursor): readonly SecurityScheme[] {
  const schemes = root.get("components")?.get("securitySchemes")?.entries() ?? [];
  return schemes.flatMap((entry) => {
    const cursor = entry.follow();
    const type = cursor && buildType(cursor);
    return type
      ? [
          {
            name: entry.key,
            ...textFields(cursor, "description"),
            type,
            extensions: extensionsOf(cursor),
            at: cursor.at,
          },
        ]
      : [];
  });
}

/** Null when what the type needs is missing; a rule says so. */
function buildType(cursor: Cursor): SecuritySchemeType | null {
  switch (cursor.string("type")) {
    case "apiKey": {
      const name = cursor.string("name");
      const location = cursor.string("in");
      return name !== undefined &&
        (location === "query" || location === "header" || location === "cookie")
        ? { kind: "apiKey", name, in: location }
        : null;
    }
    case "http": {
      const scheme = cursor.string("scheme");
      return scheme === undefined
        ? null
        : { kind: "http", scheme: scheme.toLowerCase(), ...textFields(cursor, "bearerFormat") };
    }
    case "oauth2":
      return { kind: "oauth2", flows: objectIn(cursor, "flows") };
    case "openIdConnect": {
      const openIdConnectUrl = cursor.string("openIdConnectUrl");
      return openIdConnectUrl === undefined ? null : { kind: "openIdConnect", openIdConnectUrl };
    }
    case "mutualTLS":
      return { kind: "mutualTLS" };
    default:
      return null;
  }
}

function objectIn(cursor: Cursor, field: string): JsonObject {
  const value = cursor.get(field)?.value;
  return isObject(value) ? value : {};
}
