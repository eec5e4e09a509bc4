import type {
  Encoding,
  FormFieldRow,
  Json,
  MediaType,
  MediaTypeRow,
  Operation,
  OperationRow,
  Parameter,
  ParameterRow,
  ParameterStyle,
  RequestBody,
  Response,
  ResponseHeader,
  ResponseHeaderRow,
  ResponseRow,
  Schema,
  SecurityRow,
  ValueShape,
} from "@gatewright/contract";
import type { SchemaTable } from "../schema/schema-table.js";
import { isObject, member, schemaList, schemaMap, typeList } from "../schema/subschemas.js";
import { valueShape } from "./value-shape.js";

/**
 * The row of an operation in the table that server, mocks and SDK read. Usual values are left out. `nativeSchemes` are
 * the API keys that a REST API checks by itself.
 */
export function operationRow(
  operation: Operation,
  table: SchemaTable,
  nativeSchemes: readonly string[] = [],
): OperationRow {
  const parameters = operation.parameters.map((parameter) => parameterRow(parameter, table));
  const security = securityRows(operation);
  const needed = new Set(security?.flatMap((alternative) => Object.keys(alternative)));
  const apiKeys = nativeSchemes.filter((name) => needed.has(name));
  const { requestBody } = operation;
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== null && { body: bodyRow(requestBody, table) }),
    responses: Object.fromEntries(
      operation.responses.map((response) => [response.status, responseRow(response, table)]),
    ),
    ...(security !== null && { security }),
    ...(apiKeys.length > 0 && { apiKeys }),
  };
}

/** What a parameter is when the caller leaves it out; `undefined` when it is not there then. */
export function parameterDefault(parameter: Parameter, table: SchemaTable): Json | undefined {
  if (parameter.required || typeof parameter.schema === "boolean") return undefined;
  const own = member(parameter.schema, "default");
  if (own !== undefined) return own;
  const resolved = table.resolve(parameter.schema);
  return typeof resolved === "boolean" ? undefined : member(resolved, "default");
}

function parameterRow(parameter: Parameter, table: SchemaTable): ParameterRow {
  const fallback = parameterDefault(parameter, table);
  return {
    in: parameter.in,
    name: parameter.name,
    ...(parameter.required && { required: true }),
    ...styleFields(parameter, parameter.in),
    ...(parameter.allowReserved && { allowReserved: true }),
    value: valueShape(parameter.schema, table),
    ...(parameter.mediaType !== null && { mediaType: parameter.mediaType }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

function styleFields(
  { style, explode }: { readonly style: ParameterStyle; readonly explode: boolean },
  location: Parameter["in"],
): { readonly style?: ParameterStyle; readonly explode?: boolean } {
  const usual = location === "path" || location === "header" ? "simple" : "form";
  const usualExplode = style === "form" || style === "deepObject";
  return {
    ...(style !== usual && { style }),
    ...(explode !== usualExplode && { explode }),
  };
}

function bodyRow(body: RequestBody, table: SchemaTable): NonNullable<OperationRow["body"]> {
  return {
    ...(body.required && { required: true }),
    content: body.content.map((media) => mediaTypeRow(media, table)),
  };
}

/** The row of a body's media type, with the fields of a form. */
export function mediaTypeRow(media: MediaType, table: SchemaTable): MediaTypeRow {
  const { mediaType, kind, schema } = media;
  if ((kind !== "form" && kind !== "multipart") || schema === null) return { mediaType, kind };
  const fields = formProperties(schema, table).map(([name, property]) => {
    const encoding = media.encoding.find((entry) => entry.property === name);
    return [name, formFieldRow(property, encoding, { kind, table })] as const;
  });
  return { mediaType, kind, fields: Object.fromEntries(fields) };
}

/** The properties of a form's schema, those of `allOf` included. */
function formProperties(
  schema: Schema,
  table: SchemaTable,
  depth = 0,
): readonly (readonly [string, Schema])[] {
  const resolved = table.resolve(schema);
  if (typeof resolved === "boolean" || depth > 8) return [];
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => schemaList(resolved, keyword));
  const inherited = parts.flatMap((part) => formProperties(part, table, depth + 1));
  return [...new Map([...inherited, ...schemaMap(resolved, "properties")])];
}

function formFieldRow(
  property: Schema,
  encoding: Encoding | undefined,
  { kind, table }: { readonly kind: "form" | "multipart"; readonly table: SchemaTable },
): FormFieldRow {
  const value = valueShape(property, table);
  const isBinary = kind === "multipart" && isFile(property, encoding, table);
  const styles = encoding === undefined ? {} : styleFields(encoding, "query");
  // Where a style is given, a content type says nothing. Source: OpenAPI 3.1, "Encoding Object".
  const hasStyle = Object.keys(styles).length > 0;
  const isText = kind === "form" && encoding !== undefined;
  const contentType = hasStyle
    ? undefined
    : (encoding?.contentType ?? (isDocument(value) && !isText ? "application/json" : undefined));
  return {
    value,
    ...styles,
    ...(contentType !== undefined && { contentType }),
    ...(isBinary && { isBinary: true }),
  };
}

/** An object, or a list of them, is written as JSON unless an encoding says otherwise. */
export function isDocument(value: ValueShape): boolean {
  if (typeof value !== "object") return false;
  return "properties" in value || ("items" in value && isDocument(value.items));
}

/** True when the bytes of a part are the value: `format: binary`, or a content type that is not text or JSON. */
function isFile(property: Schema, encoding: Encoding | undefined, table: SchemaTable): boolean {
  const resolved = table.resolve(property);
  if (typeof resolved === "boolean") return false;
  const items = member(resolved, "items");
  if (typeList(resolved).includes("array") && isObject(items))
    return isFile(items, encoding, table);
  if (member(resolved, "format") === "binary") return true;
  const declared = encoding?.contentType ?? member(resolved, "contentMediaType");
  if (typeof declared !== "string" || Object.hasOwn(resolved, "contentEncoding")) return false;
  return !/^\s*(?:text\/|application\/(?:[\w.+-]+\+)?json\b)/i.test(declared);
}

function responseRow(response: Response, table: SchemaTable): ResponseRow {
  const headers = response.headers.map(
    (header) => [header.name.toLowerCase(), headerRow(header, table)] as const,
  );
  return {
    ...(response.content.length > 0 && {
      content: response.content.map((media) => mediaTypeRow(media, table)),
    }),
    ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
  };
}

function headerRow(header: ResponseHeader, table: SchemaTable): ResponseHeaderRow {
  return {
    ...(header.required && { required: true }),
    value: valueShape(header.schema, table),
    ...(header.explode && { explode: true }),
  };
}

function securityRows({ security }: Operation): readonly SecurityRow[] | null {
  if (security.kind !== "required") return null;
  return security.alternatives.map(({ schemes }) =>
    Object.fromEntries(schemes.map(({ name, scopes }) => [name, scopes])),
  );
}
