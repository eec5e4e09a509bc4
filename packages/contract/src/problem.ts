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
