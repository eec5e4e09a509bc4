import {
  createQuerySerializer,
  defaultPathSerializer,
  mergeHeaders,
  removeTrailingSlash,
} from "openapi-fetch";
import { RequestError } from "./client-error.js";
import type { CallRequest, ClientOperation } from "./operation.js";
import type { CallOptions } from "./options.js";

type HeaderValues = Parameters<typeof mergeHeaders>[number];

const writeQuery = createQuerySerializer();

/**
 * What `new Request(…)` takes, as openapi-fetch writes URL and headers unless the operation does it in another way.
 * Throws a `RequestError` for a path parameter that would reach another path.
 */
export function writeCall(
  operationId: string,
  { method, path: template, write }: ClientOperation,
  input: CallRequest,
  baseUrl: string,
  ...added: readonly CallOptions["headers"][]
): [url: string, init: RequestInit] {
  for (const [, parameter = "", plus] of template.matchAll(/{(.+?)(\+?)}/g)) {
    const text = `${input.path?.[parameter] ?? ""}`;
    // A URL drops `.` and `..`, percent-encoded or not: the request would reach another path. So would a segment
    // of a greedy parameter.
    if ((plus ? text.split("/") : [text]).some((each) => /^\.{0,2}$/.test(each))) {
      throw new RequestError(operationId, `no ${parameter}`, { parameter });
    }
  }
  const {
    path = defaultPathSerializer(template, { ...input.path }),
    query = writeQuery(input.query),
    headers = input.headers,
    body = JSON.stringify(input.body),
    type = "application/json",
    ...rest
  } = write?.(input, template) ?? {};
  return [
    `${removeTrailingSlash(baseUrl)}${path}${query && `?${query}`}`,
    {
      ...rest,
      method,
      body,
      // The types of generated code have narrowed the values of header parameters to what a header can be.
      headers: mergeHeaders({ "content-type": body && type }, ...added, headers as HeaderValues),
    },
  ];
}
