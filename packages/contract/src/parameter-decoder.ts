import type { ParameterLocation } from "./contract.js";
import type { Json } from "./json.js";
import { isJsonMediaType } from "./media-type.js";
import type { MultiMap } from "./multi-map.js";
import type {
  FormFieldRow,
  ObjectShape,
  ParameterRow,
  PrimitiveName,
  ValueShape,
} from "./operation-row.js";
import type { ProblemError } from "./problem.js";
import {
  decodeItem,
  decodeList,
  decodePairs,
  decodePrimitive,
  isArrayShape,
  isObjectShape,
  propertyShape,
  setOwn,
} from "./value-decoder.js";

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

/** Decodes the value of a header, of a request or a response. Commas separate only what is declared as a list or an object. */
export function decodeHeader(text: string, shape: ValueShape, explode = false): unknown {
  if (!isArrayShape(shape) && !isObjectShape(shape)) {
    return decodePrimitive(text, shape);
  }
  const parts = text.split(",").map((part) => part.trim());
  return decodeDelimited(parts.join(","), shape, ",", explode);
}

/**
 * Decodes one query parameter, or one field of a form body, by style and explode. Undefined when nothing was
 * sent. A list is what was sent several times, whatever the declared shape, so that a validator can refuse it.
 */
export function decodeField(
  name: string,
  { value: shape, style = "form", explode = style === "form" }: Omit<FormFieldRow, "isBinary">,
  map: MultiMap,
  others: readonly Pick<ParameterRow, "name">[],
): unknown {
  if (isObjectShape(shape)) {
    if (style === "deepObject") {
      return decodeDeep(name, shape, map);
    }
    if (style === "form" && explode) {
      return decodeNamed(shape, pairsIn(map), others);
    }
  }
  const texts = textsOf(map, name);
  if (texts === undefined) {
    return undefined;
  }
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  if (isArrayShape(shape)) {
    return decodeList(explode ? texts : texts.flatMap((text) => text.split(separator)), shape);
  }
  return texts.length === 1 ? decodeDelimited(texts[0] ?? "", shape, separator, false) : [...texts];
}

/** What was sent under a name. Names of Object.prototype hold no text and no list. */
export function textsOf(map: MultiMap, name: string): readonly string[] | undefined {
  const texts = map[name];
  return typeof texts === "string"
    ? [texts]
    : Array.isArray(texts) && texts.length > 0
      ? texts
      : undefined;
}

function pairsIn(map: MultiMap): [string, string][] {
  return Object.keys(map).map((name) => [name, textsOf(map, name)?.at(-1) ?? ""]);
}

/** `?R=100&G=200`: properties go by their own names. Names that other parameters have are theirs. */
function decodeNamed(
  shape: ObjectShape,
  pairs: readonly (readonly [string, string | undefined])[],
  others: readonly Pick<ParameterRow, "name">[],
): Record<string, unknown> | undefined {
  const own: [string, string][] = [];
  const isOwn = (name: string) =>
    Object.hasOwn(shape.properties, name) || !others.some((other) => other.name === name);
  for (const [name, text] of pairs) {
    if (text !== undefined && isOwn(name)) {
      own.push([name, text]);
    }
  }
  return own.length > 0 ? decodePairs(own, shape) : undefined;
}

/** `?color[R]=100&color[G]=200`, and deeper where the shape is: `?filter[size][min]=1`. */
function decodeDeep(
  name: string,
  shape: ObjectShape,
  map: MultiMap,
): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {};
  let isEmpty = true;
  const nested = new Set<string>();
  for (const key of Object.keys(map)) {
    const texts = textsOf(map, key);
    const property = texts && key.startsWith(`${name}[`) ? key.slice(name.length + 1) : "";
    const end = property.indexOf("]");
    if (!texts || end < 0) {
      continue;
    }
    const own = property.slice(0, end);
    const inner = propertyShape(shape, own);
    if (end === property.length - 1) {
      isEmpty = false;
      const [first = ""] = texts;
      setOwn(
        value,
        own,
        isArrayShape(inner)
          ? decodeList(texts, inner)
          : texts.length === 1
            ? decodeItem(first, inner)
            : [...texts],
      );
    } else if (isObjectShape(inner) && !nested.has(own)) {
      nested.add(own);
      isEmpty = false;
      setOwn(value, own, decodeDeep(`${name}[${own}]`, inner, map));
    }
  }
  return isEmpty ? undefined : value;
}

/** `blue,black` or, for an object, `R,100,G,200` or `R=100,G=200` (pairs). */
function decodeDelimited(
  text: string,
  shape: ValueShape,
  separator: string,
  hasPairs: boolean,
): unknown {
  if (isArrayShape(shape)) {
    return decodeList(text.split(separator), shape);
  }
  return isObjectShape(shape)
    ? decodePairs(pairsOf(text.split(separator), hasPairs), shape)
    : decodePrimitive(text, shape);
}

/** `["R", "100"]` → `[["R", "100"]]`, or `["R=100"]` → `[["R", "100"]]`. */
function pairsOf(parts: readonly string[], hasPairs: boolean): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < parts.length; index += hasPairs ? 1 : 2) {
    const part = parts[index] ?? "";
    const equals = part.indexOf("=");
    pairs.push(
      !hasPairs
        ? [part, parts[index + 1] ?? ""]
        : equals < 0
          ? [part, ""]
          : [part.slice(0, equals), part.slice(equals + 1)],
    );
  }
  return pairs;
}

/** The path styles: `5`, `.5` (label), `;id=5` (matrix). */
function decodePath(text: string, name: string, row: ParameterRow): unknown {
  const { value: shape, style = "simple", explode = false } = row;
  if (style === "label") {
    return text.startsWith(".")
      ? decodeDelimited(text.slice(1), shape, explode ? "." : ",", explode)
      : text;
  }
  if (style !== "matrix") {
    return decodeDelimited(text, shape, ",", explode);
  }
  const parts = pairsOf(text.slice(1).split(";"), true);
  if (!text.startsWith(";") || !parts.every(([key]) => key === name || isObjectShape(shape))) {
    return text;
  }
  if (explode && isObjectShape(shape)) {
    return decodePairs(parts, shape);
  }
  if (explode && isArrayShape(shape)) {
    return decodeList(
      parts.map(([, part]) => part),
      shape,
    );
  }
  const [[key, only] = ["", ""]] = parts;
  return parts.length === 1 && key === name ? decodeDelimited(only, shape, ",", false) : text;
}
