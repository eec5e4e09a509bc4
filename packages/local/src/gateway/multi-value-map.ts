/** The two maps that events hold of headers and of query values. */
export interface MultiValueMap {
  /** The last value of each name. */
  readonly single: Readonly<Record<string, string>>;
  /** All values of each name, in order. */
  readonly multi: Readonly<Record<string, readonly string[]>>;
}

/** Headers that API Gateway keeps to itself: they belong to the connection, not to the request. */
const HOP_BY_HOP = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

class MapBuilder {
  readonly single: Record<string, string> = {};
  readonly multi: Record<string, string[]> = {};

  add(name: string, value: string): void {
    if (name === "__proto__") {
      // Assignment would change the prototype; definition makes a property like any other.
      const values = Object.hasOwn(this.multi, name)
        ? [...(this.multi[name] ?? []), value]
        : [value];
      define(this.single, name, value);
      define(this.multi, name, values);
      return;
    }
    this.single[name] = value;
    if (Object.hasOwn(this.multi, name)) this.multi[name]?.push(value);
    else this.multi[name] = [value];
  }
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** What API Gateway adds to the headers of a request. */
export interface AddedHeaders {
  readonly sourceIp: string;
  readonly port: string;
  readonly traceId: string;
}

/**
 * Headers as an event holds them: names keep the case of their first appearance, values are never split at commas.
 * `rawHeaders` is Node's flat list of names and values.
 */
export function readHeaders(rawHeaders: readonly string[], added: AddedHeaders): MultiValueMap {
  const map = new MapBuilder();
  const spelling = new Map<string, string>();
  let forwardedFor = "";
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    const lowerCase = name.toLowerCase();
    if (HOP_BY_HOP.has(lowerCase)) continue;
    const value = rawHeaders[index + 1] ?? "";
    if (lowerCase === "x-forwarded-for") {
      forwardedFor = forwardedFor === "" ? value : `${forwardedFor}, ${value}`;
      continue;
    }
    if (lowerCase === "x-forwarded-port" || lowerCase === "x-forwarded-proto") continue;
    const first = spelling.get(lowerCase);
    if (first === undefined) spelling.set(lowerCase, name);
    map.add(first ?? name, value);
  }
  if (!spelling.has("x-amzn-trace-id")) map.add("X-Amzn-Trace-Id", added.traceId);
  map.add(
    "X-Forwarded-For",
    forwardedFor === "" ? added.sourceIp : `${forwardedFor}, ${added.sourceIp}`,
  );
  // Differs from API Gateway: requests come over plain HTTP from this machine, without CloudFront and its headers.
  map.add("X-Forwarded-Port", added.port);
  map.add("X-Forwarded-Proto", "http");
  return map;
}

/** Query values as an event holds them: decoded once, `+` as a space; null when there are none. */
export function readQuery(query: string): MultiValueMap | null {
  if (query === "") return null;
  const map = new MapBuilder();
  let isEmpty = true;
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    isEmpty = false;
    const equals = pair.indexOf("=");
    if (equals === -1) map.add(decode(pair), "");
    else map.add(decode(pair.slice(0, equals)), decode(pair.slice(equals + 1)));
  }
  return isEmpty ? null : map;
}

/** Text that is not valid percent-encoding stays as it is. */
function decode(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** The last value of a header, whatever the case of its name; undefined when it was not sent. */
export function headerValue(headers: MultiValueMap | null, name: string): string | undefined {
  if (headers === null) return undefined;
  if (Object.hasOwn(headers.single, name)) return headers.single[name];
  const wanted = name.toLowerCase();
  for (const key of Object.keys(headers.single)) {
    if (key.toLowerCase() === wanted) return headers.single[key];
  }
  return undefined;
}
