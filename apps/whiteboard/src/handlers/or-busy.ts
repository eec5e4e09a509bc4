import { createProblem, type Problem } from "@gatewright/contract";
import { StoreBusyError } from "../store/store.js";

/** The one answer that every operation of this contract declares in the same way. */
type BusyReply<Answer> = (
  status: 429,
  body: Problem,
  headers: { readonly "retry-after": number },
) => Answer;

/** Makes a handler answer 429 when the store is busy. */
export function orBusy<Input, Context extends { readonly reply: BusyReply<Answer> }, Answer>(
  handler: (input: Input, context: Context) => Promise<Answer>,
): (input: Input, context: Context) => Promise<Answer> {
  return async (input, context) => {
    try {
      return await handler(input, context);
    } catch (error) {
      if (!(error instanceof StoreBusyError)) throw error;
      const detail = "The whiteboard is busy.";
      return context.reply(429, createProblem({ status: 429, detail }), {
        "retry-after": error.retryAfterSeconds,
      });
    }
  };
}
