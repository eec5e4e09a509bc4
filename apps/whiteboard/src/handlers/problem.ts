import type { Problem, ProblemError } from "@gatewright/contract";

const titles = { 400: "Bad Request", 404: "Not Found", 409: "Conflict" } as const;

/** The body of an error answer; the runtime adds the request's id. */
export function problem(
  status: keyof typeof titles,
  detail: string,
  errors?: readonly ProblemError[],
): Problem {
  const body = { type: "about:blank", title: titles[status], status, detail };
  return errors ? { ...body, errors } : body;
}
