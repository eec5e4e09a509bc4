/** An answer as any target gives it. Header names are lower-case. */
export interface Answer {
  readonly status: number | "unhandled";
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON; undefined where there is none. */
  readonly body: unknown;
}

export function readAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): Answer {
  const isJson = /[/+]json\b/.test(headers["content-type"] ?? "");
  const body: unknown = text === "" ? undefined : isJson ? JSON.parse(text) : text;
  return { status, headers, body };
}
