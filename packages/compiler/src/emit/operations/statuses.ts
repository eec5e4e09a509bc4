import type { Operation, Response } from "@gatewright/contract";

/** Final statuses that are registered. Source: IANA, "Hypertext Transfer Protocol (HTTP) Status Code Registry". */
const REGISTERED = [
  200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400,
  401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422,
  423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
] as const;

/**
 * The statuses that a response is for: its own, or for a range and `default` the registered ones that the
 * operation does not declare. `default` leaves 2xx out when the operation declares one: it is for errors then.
 */
export function statusesOf(response: Response, operation: Operation): readonly number[] {
  if (/^\d{3}$/.test(response.status)) return [Number(response.status)];
  const declared = new Set(operation.responses.map(({ status }) => status.toUpperCase()));
  const hasSuccess = [...declared].some((status) => status.startsWith("2"));
  const own = response.status.toUpperCase();
  return REGISTERED.filter((status) => {
    const range = `${Math.trunc(status / 100)}XX`;
    if (declared.has(`${status}`)) return false;
    if (own !== "DEFAULT") return range === own;
    return !declared.has(range) && !(hasSuccess && range === "2XX");
  });
}

/** `200`, `4XX` or `Default`: the end of the name of a response's type. */
export function statusName(response: Response): string {
  return response.status === "default" ? "Default" : response.status.toUpperCase();
}
