import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { mockWhiteboard, type WhiteboardMocks } from "whiteboard-client/mocks";
import { handlers } from "../../../apps/whiteboard/src/handlers/handlers.js";
import type { RawRequest } from "../../events/raw-request.js";
import { type Answer, readAnswer } from "../answer.js";
import type { World } from "../world.js";

const BASE_URL = "http://mocked.example";

/** The published mocks behind msw. */
export interface Mocks {
  /** With the service's own handlers as overrides, so that answers can be compared to the letter. */
  ask(world: World, request: RawRequest): Promise<Answer>;
  /** As a consumer's test has them: answers come from the contract. */
  askUnhelped(request: RawRequest): Promise<Answer>;
  close(): void;
}

export function startMocks(): Mocks {
  const server = setupServer();
  server.listen({ onUnhandledFrame: "bypass" });
  const options = { baseUrl: BASE_URL, scopes: scopesOf, report: () => {} };
  // What the mocks leave alone must not look for a host of that name.
  const nobody = http.all(`${BASE_URL}/*`, () => HttpResponse.error());
  return {
    ask(world, request) {
      server.resetHandlers(...mockWhiteboard(overridesOn(world), options), nobody);
      return exchange(request);
    },
    askUnhelped(request) {
      server.resetHandlers(...mockWhiteboard({}, options), nobody);
      return exchange(request);
    },
    close: () => server.close(),
  };
}

/** Mocks do not check signatures: what a token says is believed. */
function scopesOf(request: Request): readonly string[] {
  const payload = request.headers.get("authorization")?.split(".")[1];
  if (payload === undefined) return [];
  const claims: { scope?: unknown } = JSON.parse(Buffer.from(payload, "base64url").toString());
  return typeof claims.scope === "string" ? claims.scope.split(" ") : [];
}

/** An override takes what a handler takes, and answers with the same `reply`. */
function overridesOn({ store }: World): WhiteboardMocks {
  const base = { store, operationId: "", requestId: "", caller: null, event: null };
  return {
    listMessages: (input, { reply }) => handlers.listMessages(input, { ...base, reply }),
    postMessage: (input, { reply }) => handlers.postMessage(input, { ...base, reply }),
    getMessage: (input, { reply }) => handlers.getMessage(input, { ...base, reply }),
    deleteMessage: (input, { reply }) => handlers.deleteMessage(input, { ...base, reply }),
    listUsers: (input, { reply }) => handlers.listUsers(input, { ...base, reply }),
    createUser: (input, { reply }) => handlers.createUser(input, { ...base, reply }),
    getUser: (input, { reply }) => handlers.getUser(input, { ...base, reply }),
    replaceUser: (input, { reply }) => handlers.replaceUser(input, { ...base, reply }),
    deleteUser: (input, { reply }) => handlers.deleteUser(input, { ...base, reply }),
    getHealth: (input, { reply }) => handlers.getHealth(input, { ...base, reply }),
  };
}

async function exchange({ method, target, headers, body }: RawRequest): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${BASE_URL}${target}`, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body !== null && { body }),
    });
  } catch {
    return { status: "unhandled", headers: {}, body: undefined };
  }
  const text = await response.text();
  return readAnswer(response.status, Object.fromEntries(response.headers), text);
}
