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
  return (input, template) => {
    const written = input.body === undefined ? undefined : body?.(input.body);
    return {
      ...(parameters && writeParameters(parameters, input, template)),
      ...(written && { body: written.content, type: written.mediaType ?? null }),
      ...(redirect && { redirect }),
    };
  };
}

function writeParameters(
  declared: readonly ParameterRow[],
  input: CallRequest,
  template: string,
): WrittenRequest {
  const rows = [...declared, ...undeclared(declared, input.query)];
  const { path, query, headers } = encodeParameters(template, rows, input);
  const cookie = [headers.cookie, input.headers?.cookie].filter(Boolean).join("; ");
  return { path, query, headers: { ...input.headers, ...headers, ...(cookie && { cookie }) } };
}

/** Rows for what credentials add to a query. */
function undeclared(
  rows: readonly ParameterRow[],
  values: Readonly<Record<string, unknown>> = {},
): ParameterRow[] {
  return Object.keys(values)
    .filter((name) => !rows.some((row) => row.in === "query" && row.name === name))
    .map((name) => ({ in: "query", name, value: "any" }));
}
