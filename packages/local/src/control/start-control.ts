import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "@gatewright/contract";
import type { IssuerSettings } from "../environment.js";
import type { RequestLog } from "../gateway/request-log.js";
import { listen, stopServer } from "../listen.js";
import { isOwnRequest } from "../loopback-guard.js";
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from "../token/mint-token.js";
import { publicKeyOf, readSigningKey } from "../token/signing-key.js";
import { inspectorPages } from "./inspector-pages.js";
import { type Page, page } from "./page.js";
import { referencePages } from "./reference-pages.js";

export interface ControlOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The bundled document (`openapi.json`) that the reference shows. */
  readonly document: JsonObject;
  /** Where the API answers, for example `http://127.0.0.1:4000`. */
  readonly apiUrl: string;
  /** The requests that the gateway answers. */
  readonly requests: RequestLog;
  /** File of the key that signs local tokens. */
  readonly keyFile: string;
}

/** The pages and files beside the API, on a port of their own. */
export interface Control {
  readonly url: string;
  readonly port: number;
  readonly referenceUrl: string;
  readonly inspectorUrl: string;
  readonly issuer: IssuerSettings;
  /** Shows another document from now on. */
  setDocument(document: JsonObject): void;
  close(): Promise<void>;
}

/**
 * Serves API reference, request inspector and the public half of the token key. Everything is read-only and comes from
 * this machine; it answers to requests for a loopback name that no foreign web page makes, and to nobody else.
 */
export async function startControl(options: ControlOptions): Promise<Control> {
  const { apiUrl, requests } = options;
  let document = options.document;
  const key = publicKeyOf(await readSigningKey(options.keyFile));
  const pages = new Map<string, Page>([
    ...referencePages({ apiUrl, document: () => document }),
    ...inspectorPages(requests),
    ["/.well-known/jwks.json", page("application/json", () => JSON.stringify({ keys: [key] }))],
  ]);
  const server = createServer((request, response) => {
    serve(pages, apiUrl, request, response).catch(() => response.destroy());
  });
  await listen(server, options.port, "127.0.0.1");
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const issuer: IssuerSettings = {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    jwksUri: `${url}/.well-known/jwks.json`,
  };
  pages.set(
    "/.well-known/openid-configuration",
    page("application/json", () => JSON.stringify(discoveryOf(issuer))),
  );
  return {
    url,
    port,
    referenceUrl: `${url}/reference`,
    inspectorUrl: `${url}/requests`,
    issuer,
    setDocument(next) {
      document = next;
    },
    close: () => stopServer(server),
  };
}

function discoveryOf({ issuer, jwksUri }: IssuerSettings): object {
  return {
    issuer,
    jwks_uri: jwksUri,
    id_token_signing_alg_values_supported: ["ES256"],
    response_types_supported: [],
    subject_types_supported: ["public"],
  };
}

async function serve(
  pages: ReadonlyMap<string, Page>,
  apiUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: string | Buffer, extra: object = {}) => {
    response.writeHead(status, { ...securityHeaders(apiUrl), "Content-Type": type, ...extra });
    response.end(request.method === "HEAD" ? "" : body);
  };
  if (!isOwnRequest(request)) {
    return send(403, "text/plain; charset=utf-8", "Open this address in the browser directly.\n");
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(405, "text/plain; charset=utf-8", "Only GET and HEAD.\n", { Allow: "GET, HEAD" });
  }
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (path === "/") return send(302, "text/plain; charset=utf-8", "", { Location: "/reference" });
  const found = pages.get(path);
  if (found === undefined) return send(404, "text/plain; charset=utf-8", "Nothing here.\n");
  send(200, found.type, await found.read());
}

/** The reference may call the API; nothing else is loaded from or sent to anywhere. */
function securityHeaders(apiUrl: string): Readonly<Record<string, string>> {
  return {
    "Cache-Control": "no-store",
    "Content-Security-Policy": [
      "default-src 'none'",
      `connect-src 'self' ${apiUrl}`,
      "img-src 'self' data:",
      "script-src 'self'",
      // Swagger UI writes style attributes.
      "style-src 'self' 'unsafe-inline'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}
