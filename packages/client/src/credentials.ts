import type { CallRequest, CredentialWriter } from "./operation.js";
import type { Credential } from "./options.js";

async function read(credential: Credential | undefined): Promise<string | undefined> {
  return typeof credential === "function" ? credential() : credential;
}

function withHeader(input: CallRequest, name: string, value: string): CallRequest {
  return { ...input, headers: { ...input.headers, [name]: value } };
}

/** Writes `options.bearer` for the schemes `http` `bearer`, `oauth2` and `openIdConnect`. */
export const bearer: CredentialWriter = async (input, options) => {
  const token = await read(options.bearer);
  return token ? withHeader(input, "authorization", `Bearer ${token}`) : input;
};

/** Writes `options.basic`, in UTF-8 (RFC 7617), for the scheme `http` `basic`. */
export const basic: CredentialWriter = async (input, options) => {
  const pair = await read(options.basic);
  if (!pair) {
    return input;
  }
  const bytes = String.fromCharCode(...new TextEncoder().encode(pair));
  return withHeader(input, "authorization", `Basic ${btoa(bytes)}`);
};

/** Writes `options.apiKey` where the scheme wants it. A cookie reaches the API only from outside a browser. */
export function apiKey(
  scheme: string,
  place: "header" | "query" | "cookie",
  name: string,
): CredentialWriter {
  return async (input, { apiKey: given }) => {
    const key = await read(
      typeof given !== "object" ? given : Object.hasOwn(given, scheme) ? given[scheme] : undefined,
    );
    if (!key) {
      return input;
    }
    if (place === "query") {
      return { ...input, query: { ...input.query, [name]: key } };
    }
    return place === "header"
      ? withHeader(input, name, key)
      : withHeader(
          input,
          "cookie",
          [input.headers?.cookie, `${name}=${encodeURIComponent(key)}`].filter(Boolean).join("; "),
        );
  };
}

/** For an operation whose security names several schemes: writes every credential that the caller has. */
export function credentials(...writers: readonly CredentialWriter[]): CredentialWriter {
  return async (input, options) => {
    let written = input;
    for (const write of writers) {
      written = await write(written, options);
    }
    return written;
  };
}
