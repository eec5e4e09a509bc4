import { RequestError } from "./client-error.js";

/**
 * Fills a path template: `/messages/{id}` and `{ id: "a/b" }` → `/messages/a%2Fb`. A list becomes `a,b`.
 * Throws a `RequestError` for a value that would reach another path: a URL drops `.` and `..`, percent-encoded or not.
 */
export function fillPath(
  id: string,
  template: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = [values[name] ?? ""]
      .flat()
      .map((value) => encodeURIComponent(String(value)))
      .join(",");
    if (/^\.{0,2}$/.test(text)) {
      throw new RequestError(id, name);
    }
    return text;
  });
}
