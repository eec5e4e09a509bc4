import type { CredentialWriter } from "./operation.js";
import type { Credential } from "./options.js";

async function read(credential: Credential | undefined): Promise<string | undefined> {
  return typeof credential === "function" ? credential() : credential;
}

/** Writes `options.bearer` for the schemes `http` `bearer`, `oauth2` and `openIdConnect`. */
export const bearer: CredentialWriter = async (options, { headers }) => {
  const token = await read(options.bearer);
  if (token) {
    headers.authorization = `Bearer ${token}`;
  }
};

/** Writes `options.basic`, in UTF-8 (RFC 7617), for the scheme `http` `basic`. */
export const basic: CredentialWriter = async (options, { headers }) => {
  const pair = await read(options.basic);
  if (pair) {
    headers.authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(pair)))}`;
  }
};

/** Writes `options.apiKey` where the scheme wants it. A cookie reaches the API only from outside a browser. */
export function apiKey(
  scheme: string,
  place: "header" | "query" | "cookie",
  name: string,
): CredentialWriter {
  return async (options, { headers, query }) => {
    const given = options.apiKey;
    const key = await read(
      typeof given !== "object" ? given : Object.hasOwn(given, scheme) ? given[scheme] : undefined,
    );
    if (!key) {
      return;
    }
    if (place === "query") {
      query[name] = key;
    } else if (place === "header") {
      headers[name] = key;
    } else {
      const others = headers.cookie ? `${headers.cookie}; ` : "";
      headers.cookie = `${others}${name}=${encodeURIComponent(key)}`;
    }
  };
}
