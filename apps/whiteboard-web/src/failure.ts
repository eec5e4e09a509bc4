import type { Problem } from "./api.js";

/** Why a call did not do what was asked: the API said so, or no answer came. */
export type Failure =
  | { readonly kind: "refused"; readonly problem: Problem; readonly retryAfterSeconds?: number }
  | { readonly kind: "unreachable" };

/** The answer of an SDK method that is not the one that was hoped for. */
interface ErrorAnswer {
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: Problem;
}

export function refused({ headers, body }: ErrorAnswer): Failure {
  const seconds = Number(headers["retry-after"] ?? Number.NaN);
  return Number.isFinite(seconds)
    ? { kind: "refused", problem: body, retryAfterSeconds: seconds }
    : { kind: "refused", problem: body };
}

/** A sentence for people. */
export function describeFailure(failure: Failure): string {
  if (failure.kind === "unreachable") {
    return "The whiteboard cannot be reached. Check your connection and try again.";
  }
  const { problem, retryAfterSeconds } = failure;
  if (problem.status === 429) {
    const wait = retryAfterSeconds ? `in ${count(retryAfterSeconds, "second")}` : "in a moment";
    return `The whiteboard is busy. Try again ${wait}.`;
  }
  if (problem.status >= 500) {
    const quote = problem.requestId ? ` Quote ${problem.requestId} when you report it.` : "";
    return `Something went wrong on our side.${quote}`;
  }
  return problem.detail ?? problem.title;
}

/** `count(1, "message")` → `1 message`, `count(2, "message")` → `2 messages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
