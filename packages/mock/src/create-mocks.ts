import { allCodecs, createProblem, decodeRequest, type Problem } from "@gatewright/contract";
import { type HttpHandler, HttpResponse, http } from "msw";
import { corsHeaders, preflightHeaders } from "./cors.js";
import { createDefaultAnswers } from "./default-answer.js";
import { BROKEN_CONNECTION, MockAnswer, reply } from "./mock-answer.js";
import { MockError } from "./mock-error.js";
import type { MockedApi } from "./mocked-api.js";
import type { MockOptions } from "./options.js";
import { createReporter } from "./reporter.js";
import { readParts } from "./request-parts.js";
import { createRouteTable, type Route } from "./route-table.js";
import { checkSecurity } from "./security-check.js";
import { respond, writeAnswer, writeProblem } from "./write-response.js";

/** An override once the types of its operation have been checked where it was written. */
export type AnyOverride = (input: never, context: never) => unknown;

/**
 * The handlers of one API, for `setupServer` and `setupWorker`: one msw handler with a route table, so that
 * the number of operations costs nothing. A request that no operation matches is left to the other handlers, and in the
 * end to msw's own strategy for unhandled requests. Throws a `MockError` for an override that names no operation.
 */
export function createMocks(
  api: MockedApi,
  overrides: Readonly<Record<string, AnyOverride | undefined>>,
  options: MockOptions,
): HttpHandler[] {
  checkNames(api, overrides);
  const routes = createRouteTable(api.operations);
  const defaultAnswer = createDefaultAnswers(api, options);
  const reporter = createReporter(api, options);
  const prefix = createPrefix(options.baseUrl);
  let requests = 0;

  function find(request: Request): Route | undefined {
    const path = pathOf(request.url, prefix);
    const route = path === undefined ? undefined : routes.find(request.method, path);
    return route && options.onlyOverridden && !overrides[route.identifier] ? undefined : route;
  }

  function preflightOf(request: Request): readonly string[] {
    const path = pathOf(request.url, prefix);
    return request.method === "OPTIONS" && path !== undefined && !options.onlyOverridden
      ? routes.methods(path)
      : [];
  }

  async function answer(request: Request, route: Route): Promise<Response> {
    const { identifier } = route;
    const row = api.operations[identifier];
    if (!row) {
      throw new MockError(identifier, "the operation is not in the table");
    }
    const requestId = `mock-${++requests}`;
    const cors = corsHeaders(request);
    const parts = await readParts(row, route, request);
    const refuse = (problem: Parameters<typeof createProblem>[0], challenge?: string) => {
      const body: Problem = createProblem({ ...problem, requestId });
      reporter.refused(identifier, request, body);
      return writeProblem(body, {
        ...cors,
        ...(challenge !== undefined && { "www-authenticate": challenge }),
      });
    };
    const refusal = checkSecurity(row.security, api.securitySchemes ?? {}, request, options.scopes);
    if (refusal) {
      return refuse(refusal.problem, refusal.challenge);
    }
    const decoded = decodeRequest(row, api.requestValidators[identifier], parts, allCodecs);
    if (decoded.kind === "refused") {
      const { status, errors } = decoded;
      return refuse({ status, errors });
    }
    const override = overrides[identifier];
    const given = override
      ? // Where the override was written, its types asked for this operation's input and reply.
        await override(decoded.input as never, { reply, request, fail } as never)
      : defaultAnswer(identifier, request);
    if (given === BROKEN_CONNECTION) {
      return HttpResponse.error();
    }
    if (!(given instanceof MockAnswer)) {
      throw new MockError(identifier, "an override answers with what reply(…) gives");
    }
    const written = writeAnswer(row, api.responseValidators[identifier], given, cors, requestId);
    if (written.kind === "wrong") {
      throw new MockError(
        identifier,
        reporter.differences(identifier, given.status, written.differences),
      );
    }
    return request.method === "HEAD"
      ? respond(given.status, null, Object.fromEntries(written.response.headers))
      : written.response;
  }

  return [
    http.all(
      ({ request }) => find(request) !== undefined || preflightOf(request).length > 0,
      async ({ request }) => {
        const route = find(request);
        if (!route) {
          return respond(204, null, preflightHeaders(request, preflightOf(request)));
        }
        try {
          return await answer(request, route);
        } catch (error) {
          if (!(error instanceof MockError)) {
            throw error;
          }
          reporter.failed(error);
          return writeProblem(
            createProblem({ status: 500, detail: error.message }),
            corsHeaders(request),
          );
        }
      },
    ),
  ];
}

function fail(): typeof BROKEN_CONNECTION {
  return BROKEN_CONNECTION;
}

function checkNames(api: MockedApi, overrides: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(overrides)) {
    if (!Object.hasOwn(api.operations, name)) {
      const known = Object.keys(api.operations).join(", ");
      throw new MockError(name, `the ${api.name} API has no such operation; it has ${known}`);
    }
  }
}

/** Origin and path that come before the contract's paths; null where any origin will do. */
function createPrefix(baseUrl: string | undefined): string | null {
  if (baseUrl === undefined) {
    return null;
  }
  const { origin, pathname } = new URL(baseUrl, globalThis.location?.href);
  return origin + pathname.replace(/\/$/, "");
}

/** The contract's part of a URL, still percent-encoded; undefined for a URL of something else. */
function pathOf(url: string, prefix: string | null): string | undefined {
  const start = prefix === null ? url.indexOf("/", url.indexOf("//") + 2) : prefix.length;
  if (start < 0 || (prefix !== null && !url.startsWith(prefix))) {
    return undefined;
  }
  const path = url.slice(start).replace(/[?#].*$/s, "");
  return path.startsWith("/") ? path : undefined;
}
