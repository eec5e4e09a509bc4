import { encodeParameters, type ParameterRow } from "@gatewright/contract";
import type { BodyWriter, CallRequest, RequestWriter, WrittenRequest } from "./operation.js";

/** What an operation's request needs beyond the usual; see `ClientOperation.write`. */
export interface RequestNeeds {
  /** All parameters of the operation, as soon as one of them is not plain. */
  readonly parameters?: readonly ParameterRow[];
  /** For any body but one `application/json`. */
  readonly body?: BodyWriter;
  /** For an operation that declares a redirect as its answer: it is not followed. */
  readonly redirect?: "manual";
}

/** Writes a request with the codec that reads it on the server. */
export function writeRequest({ parameters, body, redirect }: RequestNeeds): RequestWriter {
  return (input) => {
    const written = input.body === undefined ? undefined : body?.(input.body);
    const type = written?.mediaType;
    const content = type === undefined ? undefined : { "content-type": type };
    return {
      ...(parameters
        ? writeParameters(parameters, input, content)
        : { params: { ...input, header: { ...content, ...input.headers } } }),
      ...(written && { bodySerializer: () => written.content }),
      ...(redirect && { redirect }),
    };
  };
}

function writeParameters(
  declared: readonly ParameterRow[],
  input: CallRequest,
  content: Readonly<Record<string, string>> | undefined,
): WrittenRequest {
  const rows = [...declared, ...undeclared(declared, "query", input.query)];
  const { query, headers } = encodeParameters("", rows.filter(isBehindPath), input);
  const cookies = [headers.cookie, input.headers?.cookie].filter(Boolean).join("; ");
  return {
    params: {
      path: {},
      header: { ...content, ...input.headers, ...headers, ...(cookies && { cookie: cookies }) },
    },
    pathSerializer: (url) =>
      encodeParameters(
        url,
        rows.filter((row) => !isBehindPath(row)),
        input,
      ).path,
    querySerializer: () => query,
  };
}

function isBehindPath(row: ParameterRow): boolean {
  return row.in !== "path";
}

/** Rows for what credentials add to a query. */
function undeclared(
  rows: readonly ParameterRow[],
  place: "query",
  values: Readonly<Record<string, unknown>> = {},
): ParameterRow[] {
  return Object.keys(values)
    .filter((name) => !rows.some((row) => row.in === place && row.name === name))
    .map((name) => ({ in: place, name, value: "any" }));
}
