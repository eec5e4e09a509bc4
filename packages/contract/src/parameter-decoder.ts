import type { ParameterLocation } from "./contract.js";
import { decodeDelimited, decodeHeader } from "./delimited-decoder.js";
import type { Json } from "./json.js";
import { isJsonMediaType } from "./media-type.js";
import type { MultiMap } from "./multi-map.js";
import type { ParameterRow, PrimitiveName } from "./operation-row.js";
import { decodePath } from "./path-decoder.js";
import type { ProblemError } from "./problem.js";
import { decodeField, decodeNamed, textsOf } from "./query-decoder.js";
import { decodePrimitive, isObjectShape, setOwn } from "./value-decoder.js";

/**
 * The parameters of a request as any source of requests can give them: percent-decoded once, never twice.
 * What a source has decoded already goes in as it is.
 */
export interface ParameterValues {
  /** One value per variable of the path template. */
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: MultiMap;
  /** Keyed by lower-case name; a list where a source keeps repeated field lines apart. Never split at commas. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** Decoded parameters by group; a group that declares nothing is not there. Header names are lower-case. */
export interface DecodedParameters {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  cookies?: Record<string, unknown>;
}

const PROTOTYPE: object = Object.prototype;

/**
 * Decodes parameters by location, style and explode. Text that does not fit its declared type stays text; a
 * parameter that is left out gets its default. `errors` gets what no validator can see: malformed JSON.
 */
export function decodeParameters(
  rows: readonly ParameterRow[],
  values: ParameterValues,
  errors: ProblemError[],
): DecodedParameters {
  const decoded: DecodedParameters = {};
  for (const row of rows) {
    const name = row.in === "header" ? row.name.toLowerCase() : row.name;
    const target = groupOf(decoded, row.in);
    const sent = isPlain(row)
      ? decodePlain(foundIn(values, row.in)[name], row.value, row.in)
      : decodeParameter(row, name, rows, values, errors);
    const value = sent === undefined ? defaultOf(row) : sent;
    if (value !== undefined) {
      setOwn(target, name, value);
    } else if (name in PROTOTYPE) {
      // Keeps what every object inherits, such as `toString`, from being read as the parameter.
      setOwn(target, name, undefined);
    }
  }
  return decoded;
}

/** A copy, so that nothing that one request does to it is seen by the next. */
export function defaultOf({ default: value }: ParameterRow): Json | undefined {
  return typeof value === "object" && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

// Four names written out: reading a field by a computed name takes several times as long.

function groupOf(decoded: DecodedParameters, location: ParameterLocation) {
  switch (location) {
    case "path":
      decoded.path ??= {};
      return decoded.path;
    case "query":
      decoded.query ??= {};
      return decoded.query;
    case "header":
      decoded.headers ??= {};
      return decoded.headers;
    case "cookie":
      decoded.cookies ??= {};
      return decoded.cookies;
  }
}

function foundIn(values: ParameterValues, location: ParameterLocation): MultiMap {
  switch (location) {
    case "path":
      return values.path;
    case "query":
      return values.query;
    case "header":
      return values.headers;
    case "cookie":
      return values.cookies;
  }
}

/** Nearly every parameter is one primitive in its location's default style. */
function isPlain(row: ParameterRow): row is ParameterRow & { readonly value: PrimitiveName } {
  return typeof row.value === "string" && row.style === undefined && row.mediaType === undefined;
}

function decodePlain(
  found: string | readonly string[] | undefined,
  shape: PrimitiveName,
  location: ParameterLocation,
): unknown {
  if (typeof found === "string") {
    return decodePrimitive(found, shape);
  }
  // Names of Object.prototype hold no text and no list: what is neither was not sent.
  if (!Array.isArray(found) || found.length === 0) {
    return undefined;
  }
  return found.length === 1
    ? decodePrimitive(String(found[0]), shape)
    : location === "header"
      ? decodePrimitive(found.join(", "), shape)
      : [...found];
}

function decodeParameter(
  row: ParameterRow,
  name: string,
  rows: readonly ParameterRow[],
  values: ParameterValues,
  errors: ProblemError[],
): unknown {
  let value: unknown;
  if (row.mediaType !== undefined) {
    value = decodeContent(row, name, row.mediaType, values, errors);
  } else if (row.in === "query") {
    value = decodeField(name, row, values.query, rows);
  } else if (row.in === "cookie" && isObjectShape(row.value) && row.explode !== false) {
    value = decodeNamed(row.value, Object.entries(values.cookies), rows);
  } else {
    const text = singleText(row, name, values);
    if (text !== undefined) {
      value =
        row.in === "path"
          ? decodePath(text, name, row)
          : row.in === "header"
            ? decodeHeader(text, row.value, row.explode)
            : decodeDelimited(text, row.value, ",", false);
    }
  }
  return value;
}

/** Repeated field lines of a header are one list. Source: RFC 9110 §5.3. */
function singleText(row: ParameterRow, name: string, values: ParameterValues): string | undefined {
  return textsOf(foundIn(values, row.in), name)?.join(", ");
}

function decodeContent(
  row: ParameterRow,
  name: string,
  mediaType: string,
  values: ParameterValues,
  errors: ProblemError[],
): unknown {
  const text = singleText(row, name, values);
  if (text === undefined || !isJsonMediaType(mediaType)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    errors.push({ detail: "must be a JSON document", in: row.in, name: row.name });
    return text;
  }
}
