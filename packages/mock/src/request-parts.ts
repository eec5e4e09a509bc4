import {
  type OperationRow,
  parseCookies,
  parseQuery,
  type RequestParts,
} from "@gatewright/contract";
import type { Route } from "./route-table.js";

/** A request as the codec wants it. Reads the body: msw keeps its connection only for a request that was read. */
export async function readParts(
  row: OperationRow,
  route: Route,
  request: Request,
): Promise<RequestParts> {
  const headers = Object.fromEntries(request.headers);
  const { url } = request;
  const question = url.indexOf("?");
  const needsBytes = row.body?.content.some(
    ({ kind }) => kind === "multipart" || kind === "binary",
  );
  const body =
    request.body === null
      ? null
      : needsBytes
        ? new Uint8Array(await request.arrayBuffer())
        : await request.text();
  return {
    path: route.path,
    query: question < 0 ? {} : parseQuery(url.slice(question + 1).replace(/#.*$/, "")),
    headers,
    cookies: headers.cookie === undefined ? {} : parseCookies(headers.cookie),
    contentType: headers["content-type"],
    body,
  };
}
