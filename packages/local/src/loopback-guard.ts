import type { IncomingMessage } from "node:http";

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** True for a Host header that names this machine: a name that an attacker's DNS points here is refused. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && LOCAL_HOST.test(host);
}

/**
 * True for a request that no foreign web page made: `Host` names this machine, `Origin` (if any) is this very
 * server, and the browser says that the request is its own, typed in, or a link from another local port.
 */
export function isOwnRequest({ headers }: IncomingMessage): boolean {
  if (!isLocalHost(headers.host)) return false;
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "none" || site === "same-origin") return true;
  return site === "same-site" && headers["sec-fetch-mode"] === "navigate";
}
