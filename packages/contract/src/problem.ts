import type { ParameterLocation } from "./contract.js";

/** Media type of every error body. Source: RFC 9457, "Problem Details for HTTP APIs". */
export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** An RFC 9457 body, with the request's id and, for a refused request, the list of what was wrong. */
export interface Problem {
  /** A URI reference that names the kind of problem; `about:blank` when the status says it all. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemError[];
}

/** What is wrong, and where: a JSON Pointer into the body, or a parameter. */
export type ProblemError =
  | { readonly detail: string; readonly pointer: string }
  | { readonly detail: string; readonly in: ParameterLocation; readonly name: string };

/** Reason phrases of the statuses that the runtime itself answers with. Source: as below. */
const OWN_TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  415: "Unsupported Media Type",
  500: "Internal Server Error",
};

/** Reason phrases of the others. Source: IANA, "Hypertext Transfer Protocol (HTTP) Status Code Registry". */
const TITLES: Readonly<Record<number, string>> = {
  402: "Payment Required",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  423: "Locked",
  424: "Failed Dependency",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** What a Problem is made from: its status, and whatever is more exact than that. */
export type ProblemParts = Pick<Problem, "status"> & Partial<Omit<Problem, "status">>;

/** The one maker of Problems: `about:blank` and the status's own title unless something more exact is given. */
export function createProblem(parts: ProblemParts): Problem {
  const { type = "about:blank", status } = parts;
  return { type, title: OWN_TITLES[status] ?? TITLES[status] ?? "Error", ...parts };
}

/** The Problem of a status that the runtime answers with: a function carries no other titles because of it. */
export function createOwnProblem(
  status: number,
  requestId: string,
  detail: string | undefined,
  errors: readonly ProblemError[] | undefined,
): Problem {
  const problem: { -readonly [Key in keyof Problem]: Problem[Key] } = {
    type: "about:blank",
    title: OWN_TITLES[status] ?? "Error",
    status,
    requestId,
  };
  if (detail !== undefined) {
    problem.detail = detail;
  }
  if (errors) {
    problem.errors = errors;
  }
  return problem;
}

/** A body with the id of its request, where its media type says that it is a Problem and it has none; any other body as it is. */
export function withRequestId(
  mediaType: string | undefined,
  body: unknown,
  requestId: string,
): unknown {
  return mediaType === PROBLEM_MEDIA_TYPE &&
    typeof body === "object" &&
    body !== null &&
    !("requestId" in body)
    ? { ...body, requestId }
    : body;
}
