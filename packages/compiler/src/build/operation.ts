import type {
  Callback,
  HttpMethod,
  Operation,
  RequestBody,
  Response,
  Server,
} from "@gatewright/contract";
import { uniqueName } from "../source/component-names.js";
import type { Cursor } from "../source/cursor.js";
import { isList } from "../source/json-object.js";
import { MAX_CALLBACK_DEPTH } from "../source/limits.js";
import { type BuildContext, extensionsOf, textFields } from "./context.js";
import { buildContent, buildHeaders } from "./media-type.js";
import { deriveOperationId, type NameRegistry } from "./names.js";
import { buildParameters } from "./parameter.js";
import { buildSecurity } from "./security.js";
import { buildServers } from "./server.js";

export const METHODS: readonly HttpMethod[] = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
];

export interface OperationContext extends BuildContext {
  readonly root: Cursor;
  readonly names: NameRegistry;
  /** Every operationId of the document and every derived one so far. */
  readonly ids: Set<string>;
}

/** Operations of a map of path items, in document order. */
export function buildOperations(
  context: OperationContext,
  paths: Cursor | null,
  depth = 0,
): readonly Operation[] {
  return (paths?.entries() ?? [])
    .filter((entry) => !entry.key.startsWith("x-"))
    .flatMap((entry) => buildPathItem(context, entry, depth));
}

function buildPathItem(
  context: OperationContext,
  entry: Cursor,
  depth: number,
): readonly Operation[] {
  const item = entry.follow();
  const path = entry.key;
  const pathAt = entry.parent?.atMember(path) ?? entry.at;
  return (item?.entries() ?? []).flatMap((member) => {
    const method = METHODS.find((each) => each.toLowerCase() === member.key);
    return item && method && member.object && !member.isBroken
      ? [buildOperation(context, { method, path, pathAt, item, operation: member, depth })]
      : [];
  });
}

interface OperationSource {
  readonly method: HttpMethod;
  readonly path: string;
  readonly pathAt: string;
  readonly item: Cursor;
  readonly operation: Cursor;
  readonly depth: number;
}

function buildOperation(context: OperationContext, source: OperationSource): Operation {
  const { method, path, pathAt, item, operation, depth } = source;
  const written = operation.string("operationId");
  const id = written ?? deriveId(context, method, path);
  const identifier = context.names.operationIdentifier(id);
  return {
    id,
    hasOperationId: written !== undefined,
    identifier,
    typeName: context.names.operationType(identifier),
    method,
    path,
    tags: textsIn(operation, "tags"),
    ...textFields(operation, "summary", "description"),
    isDeprecated: operation.boolean("deprecated") ?? false,
    parameters: buildParameters(context, path, [item, operation]),
    requestBody: buildRequestBody(context, operation),
    responses: buildResponses(context, operation),
    security: buildSecurity(operation, context.root),
    servers: ownServers(operation, item),
    callbacks: depth < MAX_CALLBACK_DEPTH ? buildCallbacks(context, operation, depth + 1) : [],
    extensions: extensionsOf(operation),
    pathExtensions: extensionsOf(item),
    at: operation.at,
    pathAt,
  };
}

function deriveId(context: OperationContext, method: HttpMethod, path: string): string {
  const id = uniqueName(deriveOperationId(method, path), (each) => context.ids.has(each));
  context.ids.add(id);
  return id;
}

function ownServers(operation: Cursor, item: Cursor): readonly Server[] {
  const own = buildServers(operation.get("servers"));
  return own.length > 0 ? own : buildServers(item.get("servers"));
}

function textsIn(cursor: Cursor, field: string): readonly string[] {
  const value = cursor.get(field)?.value;
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

function buildRequestBody(context: BuildContext, operation: Cursor): RequestBody | null {
  const body = operation.get("requestBody")?.follow();
  return body?.object
    ? {
        required: body.boolean("required") ?? false,
        ...textFields(body, "description"),
        content: buildContent(context, body),
        at: body.at,
      }
    : null;
}

function buildResponses(context: BuildContext, operation: Cursor): readonly Response[] {
  return (operation.get("responses")?.entries() ?? []).flatMap((entry) => {
    const response = entry.key.startsWith("x-") ? null : entry.follow();
    return response?.object
      ? [
          {
            status: /^[1-5]xx$/i.test(entry.key) ? entry.key.toUpperCase() : entry.key,
            description: response.string("description") ?? "",
            headers: buildHeaders(context, response),
            content: buildContent(context, response),
            at: response.at,
          },
        ]
      : [];
  });
}

function buildCallbacks(
  context: OperationContext,
  operation: Cursor,
  depth: number,
): readonly Callback[] {
  return (operation.get("callbacks")?.entries() ?? []).flatMap((entry) => {
    const callback = entry.follow();
    return (callback?.entries() ?? [])
      .filter((each) => !each.key.startsWith("x-"))
      .map((each) => ({
        name: entry.key,
        expression: each.key,
        operations: buildPathItem(context, each, depth),
        at: each.at,
      }));
  });
}
