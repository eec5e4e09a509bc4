import type {
  Json,
  MediaType,
  MediaTypeKind,
  Operation,
  ParameterRow,
  RequestBody,
  Response,
  SecurityScheme,
  ValueShape,
} from "@gatewright/contract";
import { Code, code, joined, literal, literalKey } from "../code.js";
import type { Imports } from "../imports.js";
import { isDocument, mediaTypeRow, operationRow } from "../operations/operation-row.js";
import type { SchemaTable } from "../schema/schema-table.js";
import { rowName } from "./client-names.js";

/** What rows are written with. */
export interface RowScope {
  readonly table: SchemaTable;
  readonly imports: Imports;
  readonly schemes: readonly SecurityScheme[];
  /** Constants of `client/credentials.ts` by scheme name. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** The row of an operation: what a call needs and nothing that the usual case can leave out. */
export function clientRow(operation: Operation, scope: RowScope): Code {
  const { id, method, path, responses } = operation;
  const readers = responses.map(
    (response) => code`${literalKey(response.status)}: ${reader(response, scope)}`,
  );
  const write = writer(operation, scope);
  const security = securityWriter(operation, scope);
  const fields = [
    ...(id === rowName(operation) ? [] : [code`id: ${id},`]),
    code`method: ${method},`,
    code`path: ${path.replace(/#.*$/, "")},`,
    responsesField(readers),
    ...(write === null ? [] : [code`write: ${write},`]),
    ...(security === null ? [] : [code`security: ${security},`]),
  ];
  return code`{\n  ${fields}\n}`;
}

function responsesField(readers: readonly Code[]): Code {
  if (readers.length === 0) return code`responses: {},`;
  const flat = code`responses: { ${joined(readers, ", ")} },`;
  return flat.toString().length <= 98
    ? flat
    : code`responses: {\n  ${readers.map((each) => code`${each},`)}\n},`;
}

const READERS = {
  text: "readText",
  binary: "readBlob",
  form: "readForm",
  multipart: "readForm",
} as const satisfies Record<Exclude<MediaTypeKind, "json">, string>;

function reader({ content }: Response, scope: RowScope): Code {
  const [only] = content;
  if (only === undefined) return runtime("readNothing", scope);
  if (content.length === 1) return readerOf(only, scope);
  const readers = content.map(
    (media) => code`${literalKey(media.mediaType)}: ${readerOf(media, scope)}`,
  );
  return code`${pure(runtime("byMediaType", scope))}({ ${joined(readers, ", ")} })`;
}

function readerOf({ kind }: MediaType, scope: RowScope): Code {
  return kind === "json" ? literal("json") : runtime(READERS[kind], scope);
}

/** What the request needs beyond the usual; null when it needs nothing. */
function writer(operation: Operation, scope: RowScope): Code | null {
  const { parameters = [] } = operationRow(operation, scope.table);
  const body = operation.requestBody === null ? null : bodyWriter(operation.requestBody, scope);
  const redirects = operation.responses.some(({ status }) => status.startsWith("3"));
  const needs = [
    ...(parameters.every(isPlain) ? [] : [code`parameters: ${literal(parameters)},`]),
    ...(body === null ? [] : [code`body: ${body},`]),
    ...(redirects ? [code`redirect: ${"manual"},`] : []),
  ];
  if (needs.length === 0) return null;
  return code`${pure(runtime("writeRequest", scope))}({\n  ${needs}\n})`;
}

function bodyWriter({ content }: RequestBody, scope: RowScope): Code | null {
  const [only] = content;
  if (only === undefined) return null;
  if (content.length === 1) {
    return only.mediaType === "application/json" ? null : writerOf(only, scope);
  }
  const writers = content.map(
    (media) => code`${literalKey(media.mediaType)}: ${writerOf(media, scope)},`,
  );
  return code`${pure(runtime("bodyByMediaType", scope))}({\n  ${writers}\n})`;
}

function writerOf(media: MediaType, scope: RowScope): Code {
  const { kind, mediaType } = media;
  if (kind === "form" || kind === "multipart") {
    const fields = unusualFields(media, scope.table);
    const given = Object.keys(fields).length === 0 ? code`` : literal(fields);
    return code`${pure(runtime(`${kind}Body`, scope))}(${given})`;
  }
  const name = { json: "jsonBody", text: "textBody", binary: "binaryBody" }[kind];
  return code`${pure(runtime(name, scope))}(${sentMediaType(mediaType, kind)})`;
}

/** How the fields of a form are written that are written in another way than their values suggest. */
function unusualFields(media: MediaType, table: SchemaTable): Readonly<Record<string, Json>> {
  const { fields = {} } = mediaTypeRow(media, table);
  const written = Object.entries(fields).map(([name, { value, style, explode, contentType }]) => {
    const row = {
      ...(style !== undefined && { style }),
      ...(explode !== undefined && { explode }),
      ...(contentType !== undefined && { contentType }),
    };
    const usual = isDocument(value) ? { contentType: "application/json" } : {};
    return JSON.stringify(row) === JSON.stringify(usual) ? [] : [[name, row] as const];
  });
  return Object.fromEntries(written.flat());
}

/** A range cannot be sent: the plainest type that fits it is. */
function sentMediaType(mediaType: string, kind: MediaTypeKind): string {
  if (!mediaType.includes("*")) return mediaType;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

/** Parameters that openapi-fetch writes as the contract asks. */
function isPlain(row: ParameterRow): boolean {
  const { in: place, name, style, explode, allowReserved, mediaType, value } = row;
  if (place === "cookie" || !/^[\w.~-]+$/.test(name)) return false;
  if (style ?? explode ?? allowReserved ?? mediaType) return false;
  return explode === undefined && isPlainValue(value, place === "path" || place === "query");
}

function isPlainValue(value: ValueShape, mayBeList: boolean): boolean {
  if (typeof value === "string") return value !== "any";
  if ("items" in value) return mayBeList && isPlainValue(value.items, false);
  return Array.isArray(value);
}

function securityWriter({ security }: Operation, scope: RowScope): Code | null {
  if (security.kind !== "required") return null;
  const names = security.alternatives.flatMap(({ schemes }) => schemes.map(({ name }) => name));
  const writers = [...new Set(names)].flatMap((name) => {
    const scheme = scope.schemes.find((candidate) => candidate.name === name);
    const found = scheme === undefined ? null : credentialWriter(scheme, scope);
    return found === null ? [] : [found];
  });
  const different = [...new Map(writers.map((text) => [text.toString(), text])).values()];
  const [only] = different;
  if (only === undefined) return null;
  if (different.length === 1) return only;
  return code`${pure(runtime("credentials", scope))}(${joined(different, ", ")})`;
}

/** Null for schemes that are not a matter of a request: client certificates, and those that need a dialogue. */
function credentialWriter({ name, type }: SecurityScheme, scope: RowScope): Code | null {
  switch (type.kind) {
    case "apiKey":
      return scope.imports.value("./credentials.js", scope.credentials.get(name) ?? "");
    case "http":
      if (type.scheme === "bearer") return runtime("bearer", scope);
      return type.scheme === "basic" ? runtime("basic", scope) : null;
    case "oauth2":
    case "openIdConnect":
      return runtime("bearer", scope);
    case "mutualTLS":
      return null;
  }
}

function runtime(name: string, { imports }: RowScope): Code {
  return imports.value("@gatewright/client", name);
}

/** A call that a bundler may leave out when nothing uses what it makes. */
function pure(name: Code): Code {
  return code`${new Code("/* @__PURE__ */ ")}${name}`;
}
