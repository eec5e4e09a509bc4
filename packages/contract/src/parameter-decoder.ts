import { type Codecs, isPlainParameter } from "./codecs.js";
import type { ParameterLocation } from "./contract.js";
import type { Json } from "./json.js";
import type { MultiMap } from "./multi-map.js";
import type { ParameterRow } from "./operation-row.js";
import { decodeAs, setOwn } from "./primitive-decoder.js";
import type { ProblemError } from "./problem.js";

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
  codecs: Codecs,
): DecodedParameters {
  const decoded: DecodedParameters = {};
  for (const row of rows) {
    const name = keyOf(row);
    const group = groupIn(decoded, row.in);
    const sent = isPlainParameter(row)
      ? decodePlain(row, valuesIn(values, row.in)[name])
      : codecs.parameter?.(row, name, rows, values, errors);
    const value = sent === undefined ? defaultOf(row) : sent;
    // Keeps what every object inherits, such as `toString`, from being read as the parameter.
    if (value !== undefined || name in PROTOTYPE) {
      setOwn(group, name, value);
    }
  }
  return decoded;
}

// Four names written out: reading a field by a computed name takes several times as long.

function groupIn(decoded: DecodedParameters, location: ParameterLocation) {
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

/** What was sent at a location. */
export function valuesIn(values: ParameterValues, location: ParameterLocation): MultiMap {
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

/** The name under which a parameter appears in input. */
export function keyOf(row: Pick<ParameterRow, "in" | "name">): string {
  return row.in === "header" ? row.name.toLowerCase() : row.name;
}

/** A copy, so that nothing that one request does to it is seen by the next. */
export function defaultOf({ default: value }: ParameterRow): Json | undefined {
  return typeof value === "object" && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}

/** Repeated field lines of a header are one text (RFC 9110 §5.3); any other list is left for the validator to refuse. */
function decodePlain(row: ParameterRow, found: string | readonly string[] | undefined): unknown {
  let text: unknown = found;
  if (Array.isArray(found)) {
    text = found.length < 2 ? found[0] : row.in === "header" ? found.join(", ") : [...found];
  }
  if (typeof text === "string" && typeof row.value === "string") {
    const value = decodeAs(text, row.value);
    return value === undefined ? text : value;
  }
  // Names of Object.prototype hold no text and no list: what is neither was not sent.
  return Array.isArray(text) ? text : undefined;
}
