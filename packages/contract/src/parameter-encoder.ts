import { encodeHeader, textOf } from "./header-encoder.js";
import { isJsonMediaType } from "./media-type.js";
import type { FormFieldRow, ParameterRow } from "./operation-row.js";
import { encodePercent, encodePercentReserved } from "./percent.js";

/** Parameters of one call by group, as an SDK takes them. */
export interface ParameterInput {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: Readonly<Record<string, unknown>>;
}

/** Parameters as they go on the wire. */
export interface EncodedParameters {
  /** The template with every variable filled. */
  readonly path: string;
  /** Without `?`; empty when nothing is sent. */
  readonly query: string;
  /** Keyed by lower-case name; cookies are one `cookie` header. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A path parameter whose value would reach another path: a URL drops `.` and `..`, percent-encoded or not. A greedy
 * parameter must have no such segment.
 */
export class PathParameterError extends TypeError {
  readonly parameter: string;
  constructor(parameter: string) {
    super(
      `the path parameter "${parameter}" is empty, "." or "..", or has such a segment, and so would reach another path`,
    );
    this.name = "PathParameterError";
    this.parameter = parameter;
  }
}

type Encode = (text: string) => string;

/**
 * Writes the parameters of a call by location, style and explode: what `decodeParameters` reads back. A value
 * that is `undefined`, and an empty list in a query, is left out. Throws a `PathParameterError`.
 */
export function encodeParameters(
  template: string,
  rows: readonly ParameterRow[],
  input: ParameterInput,
): EncodedParameters {
  let path = template;
  const query: string[] = [];
  const cookies: string[] = [];
  const headers: Record<string, string> = {};
  for (const row of rows) {
    const value = givenValue(row, input);
    if (row.in === "path") {
      const greedy = `{${row.name}+}`;
      const isGreedy = template.includes(greedy);
      const text = encodePath(row, value, isGreedy);
      path = path.replace(isGreedy ? greedy : `{${row.name}}`, () => text);
    } else if (value === undefined) {
    } else if (row.in === "query") {
      query.push(...encodeField(row.name, row, value));
    } else if (row.in === "cookie") {
      const isSpread = isEntries(value) && row.explode !== false;
      cookies.push(...encodeField(row.name, { ...row, explode: isSpread }, value));
    } else {
      headers[row.name.toLowerCase()] = encodeHeader(value, row.explode);
    }
  }
  if (cookies.length > 0) {
    headers.cookie = cookies.join("; ");
  }
  return { path, query: query.join("&"), headers };
}

function givenValue(row: ParameterRow, input: ParameterInput): unknown {
  const isHeader = row.in === "header";
  const group = isHeader ? input.headers : row.in === "cookie" ? input.cookies : input[row.in];
  const name = isHeader ? row.name.toLowerCase() : row.name;
  const value = group && Object.hasOwn(group, name) ? group[name] : undefined;
  return row.mediaType !== undefined && value !== undefined
    ? contentText(row.mediaType, value)
    : value;
}

function contentText(mediaType: string, value: unknown): string {
  return isJsonMediaType(mediaType) ? JSON.stringify(value) : String(value);
}

function encodePath(row: ParameterRow, value: unknown, isGreedy: boolean): string {
  const { name, style = "simple", explode = false } = row;
  const encode = isGreedy ? encodeSegments : encodePercent;
  const text =
    style === "matrix"
      ? matrix(encodePercent(name), value, explode, encode)
      : style === "label"
        ? `.${joined(value, explode, explode ? "." : ",", encode)}`
        : joined(value, explode, ",", encode);
  // What `encode` leaves of a slash separates segments.
  if (value === undefined || text.split("/").some((segment) => /^\.{0,2}$/.test(segment))) {
    throw new PathParameterError(name);
  }
  return text;
}

/** `a/b c` → `a/b%20c`: slashes of a greedy variable stay. */
function encodeSegments(text: string): string {
  return text.split("/").map(encodePercent).join("/");
}

function matrix(name: string, value: unknown, explode: boolean, encode: Encode): string {
  const named = (key: string, text: string) => (text === "" ? `;${key}` : `;${key}=${text}`);
  if (explode && Array.isArray(value)) {
    return value.map((item) => named(name, encode(textOf(item)))).join("");
  }
  if (explode && isEntries(value)) {
    return entriesOf(value, encode)
      .map(([key, text]) => named(key, text))
      .join("");
  }
  return named(name, joined(value, false, ",", encode));
}

/** One query parameter, or one field of a form body, as `name=value` pairs. */
export function encodeField(
  name: string,
  {
    style = "form",
    explode = style === "form",
    ...field
  }: Omit<FormFieldRow, "isBinary" | "value"> & {
    readonly allowReserved?: true;
  },
  value: unknown,
): string[] {
  const encode = field.allowReserved ? encodePercentReserved : encodePercent;
  const key = encodePercent(name);
  if (field.contentType !== undefined) {
    return [`${key}=${encode(contentText(field.contentType, value))}`];
  }
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== undefined).map((item) => encode(textOf(item)));
    return items.length === 0
      ? []
      : explode
        ? items.map((item) => `${key}=${item}`)
        : [`${key}=${items.join(separatorOf(style))}`];
  }
  if (isEntries(value)) {
    if (style === "deepObject") {
      return encodeDeep(name, value, encode);
    }
    const entries = entriesOf(value, encode);
    return explode
      ? entries.map((entry) => entry.join("="))
      : entries.length > 0
        ? [`${key}=${entries.flat().join(separatorOf(style))}`]
        : [];
  }
  return [`${key}=${encode(textOf(value))}`];
}

function separatorOf(style: string): string {
  return style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
}

function encodeDeep(name: string, value: object, encode: Encode): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${name}[${key}]`;
    return inner === undefined
      ? []
      : isEntries(inner)
        ? encodeDeep(path, inner, encode)
        : [inner].flat().map((item) => `${encodePercent(path)}=${encode(textOf(item))}`);
  });
}

function joined(value: unknown, explode: boolean, separator: string, encode: Encode): string {
  if (Array.isArray(value)) {
    return value.map((item) => encode(textOf(item))).join(separator);
  }
  if (isEntries(value)) {
    const entries = entriesOf(value, encode);
    return entries.map((entry) => entry.join(explode ? "=" : separator)).join(separator);
  }
  return encode(textOf(value));
}

function entriesOf(value: object, encode: Encode): [string, string][] {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => [encode(key), encode(textOf(inner))]);
}

function isEntries(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
