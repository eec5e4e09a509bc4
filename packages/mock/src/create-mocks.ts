import type { HttpHandler } from "msw";
import type { MockedApi } from "./mocked-api.js";
import type { MockOptions } from "./options.js";

/** An override once its types have been checked where it was written: its input is decoded and valid. */
export type AnyOverride = (input: never, context: never) => unknown;

/**
 * The handlers of one API, for `setupServer` and `setupWorker`: one msw handler with a route table, so that
 * the number of operations costs nothing. A request that no operation matches is left to the other handlers.
 */
export function createMocks(
  api: MockedApi,
  overrides: Readonly<Record<string, AnyOverride | undefined>>,
  options: MockOptions,
): HttpHandler[] {
  return [];
}
