import { checkResponse } from "@gatewright/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../apps/whiteboard/generated/operations.js";
import { responseValidators } from "../../apps/whiteboard/generated/validators.js";
import type { RawRequest } from "../events/raw-request.js";
import type { Answer } from "./answer.js";
import { messageCases } from "./cases/messages.js";
import { routingCases } from "./cases/routing.js";
import { securityCases } from "./cases/security.js";
import { userCases } from "./cases/users.js";
import { fillIn } from "./fill-in.js";
import { type ParityCase, row, type TargetName } from "./parity-case.js";
import { type Gateway, startGateway } from "./targets/gateway.js";
import { type Mocks, startMocks } from "./targets/mocks.js";
import { askHttp, askRest } from "./targets/server.js";
import { createWorld, type World } from "./world.js";

let gateway: Gateway;
let mocks: Mocks;
beforeAll(async () => {
  gateway = await startGateway();
  mocks = startMocks();
});
afterAll(async () => {
  mocks?.close();
  await gateway?.close();
});

const ask: Readonly<
  Record<TargetName, (world: World, request: RawRequest, entry: ParityCase) => Promise<Answer>>
> = {
  rest: askRest,
  http: askHttp,
  gateway: (world, request) => gateway.ask(world, request),
  mocks: (world, request) => mocks.ask(world, request),
};

function requestOf(entry: ParityCase, world: World): Promise<RawRequest> {
  return fillIn(entry, world, gateway);
}

/** What the contract says against an answer. */
function complaints({ operation, undeclared }: ParityCase, answer: Answer): readonly string[] {
  if (operation === undefined || undeclared !== undefined || answer.status === "unhandled") {
    return [];
  }
  const { status, headers, body } = answer;
  const mediaType = headers["content-type"];
  const value = { status, headers, mediaType, body };
  return checkResponse(operations[operation], responseValidators[operation], value);
}

/** `/text`, `query limit`: where a Problem says that something is wrong. */
function places(body: unknown): readonly string[] | undefined {
  const { errors }: { errors?: readonly Record<string, string>[] } = Object(body);
  return errors?.map((error) => error.pointer ?? `${error.in} ${error.name}`);
}

/** A Problem in the words that belong to nobody: who answers may choose its detail. */
function isProblem(status: number, answer: Answer): void {
  expect(answer.headers["content-type"]).toBe("application/problem+json");
  expect(answer.body).toMatchObject({
    type: "about:blank",
    title: expect.any(String),
    status,
    requestId: expect.any(String),
  });
}

const TARGETS = ["rest", "http", "gateway", "mocks"] as const;

describe.each([
  ["messages", messageCases],
  ["users", userCases],
  ["security", securityCases],
  ["routing", routingCases],
])("the same answer from the function, the gateway and the mocks: %s", (_, cases) => {
  it.each(cases.map((entry) => [entry.status, entry.title, entry] as const))(
    "%i for %s",
    async (_status, _title, entry) => {
      const answers = new Map<TargetName, Answer>();
      for (const target of TARGETS) {
        const world = await createWorld();
        const answer = await ask[target](world, await requestOf(entry, world), entry);
        answers.set(target, { ...answer, body: world.normalise(answer.body) });
        expect(complaints(entry, answer), target).toEqual([]);
      }
      const reference = answers.get("rest");
      expect(reference?.status).toBe(entry.status);
      expect(places(reference?.body)?.toSorted()).toEqual(entry.wrong?.toSorted());
      for (const [target, answer] of answers) {
        const difference = entry.differs[target];
        if (difference) {
          expect(answer.status, `${target}: ${difference.because}`).toBe(difference.status);
          continue;
        }
        expect(answer.status, target).toBe(entry.status);
        const isGateways = target === "gateway" && (entry.status === 401 || !entry.operation);
        if (entry.status >= 400) isProblem(entry.status, answer);
        if (!isGateways) expect(answer.body, target).toEqual(reference?.body);
      }
    },
  );
});

describe("mocks without overrides", () => {
  const cases = [...messageCases, ...userCases, ...securityCases].filter(
    ({ operation, undeclared, differs }) => operation && !undeclared && !differs.mocks,
  );

  it.each(cases.map((entry) => [entry.title, entry] as const))(
    "keep the contract, and refuse what the function refuses: %s",
    async (_, entry) => {
      const world = await createWorld();
      const answer = await mocks.askUnhelped(await requestOf(entry, world));
      expect(complaints(entry, answer)).toEqual([]);
      const isOfTheStore =
        entry.status === 404 || entry.status === 409 || entry.title.startsWith("a cursor");
      if (isOfTheStore) expect(answer.status).toBeOneOf([200, 201, 204, 400]);
      else expect(answer.status).toBe(entry.status);
    },
  );
});

describe("what browsers ask before and beside", () => {
  const preflight = (target: string): RawRequest => ({
    method: "OPTIONS",
    target,
    headers: [
      ["Origin", "https://page.example"],
      ["Access-Control-Request-Method", "DELETE"],
      ["Access-Control-Request-Headers", "authorization,content-type"],
    ],
    body: null,
  });

  it.each([
    ["/messages", ["GET", "POST"]],
    ["/messages/7ZZZZZZZZZZZZZZZZZZZZZZZZZ", ["DELETE", "GET"]],
    ["/users/00000000-0000-4000-8000-000000000000", ["DELETE", "GET", "PUT"]],
  ])("a preflight of %s needs no token and lets the page go on", async (target, methods) => {
    const world = await createWorld();
    for (const name of ["gateway", "mocks"] as const) {
      const { status, headers } = await ask[name](world, preflight(target), {
        ...row("a preflight", `OPTIONS ${target}`, undefined, 204),
      });
      expect(status, name).toBe(204);
      const allowed = (headers["access-control-allow-methods"] ?? "").split(/, ?/);
      expect(allowed, name).toEqual(expect.arrayContaining(methods));
      expect(headers["access-control-allow-headers"], name).toContain("authorization");
      expect(["*", "https://page.example"], name).toContain(headers["access-control-allow-origin"]);
    }
  });

  it("every answer can be read by a page, refusals of the gateway included", async () => {
    const world = await createWorld();
    const origin = ["Origin", "https://page.example"] as const;
    for (const [line, status] of [
      ["GET /messages", 200],
      ["GET /messages?limit=0", 400],
      ["DELETE /messages/{message}", 401],
      ["GET /nothing", 404],
    ] as const) {
      const entry = row("a page's request", line, undefined, status, {
        headers: Object.fromEntries([origin]),
      });
      for (const name of ["rest", "http", "gateway"] as const) {
        const answer = await ask[name](world, await requestOf(entry, world), entry);
        expect(answer.status, `${name} ${line}`).toBe(status);
        expect(answer.headers["access-control-allow-origin"], `${name} ${line}`).toBe("*");
      }
    }
  });

  it("HEAD is what GET is, without the body, where no gateway stands before it", async () => {
    const head = row("HEAD", "HEAD /health", undefined, 200);
    const world = await createWorld();
    const request = await requestOf(head, world);
    expect(await askRest(world, request, head)).toMatchObject({ status: 200, body: undefined });
    expect(await mocks.ask(world, request)).toMatchObject({ status: 200, body: undefined });
    // A REST API knows only the methods of its definition.
    expect(await gateway.ask(world, request)).toMatchObject({ status: 404 });
  });
});
