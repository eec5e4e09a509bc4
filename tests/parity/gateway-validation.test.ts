import { resolve } from "node:path";
import { ApiEmitter, analyzeApi } from "@gatewright/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../gatewright.config.js";
import { messageCases } from "./cases/messages.js";
import { routingCases } from "./cases/routing.js";
import { securityCases } from "./cases/security.js";
import { userCases } from "./cases/users.js";
import { fillIn } from "./fill-in.js";
import { type Gateway, startGateway } from "./targets/gateway.js";
import { createWorld } from "./world.js";

const root = resolve(import.meta.dirname, "../..");

/** The whiteboard's REST API as it would be with another setting. */
async function definitionWith(gatewayValidation: "parameters" | "all") {
  const [api] = config.apis;
  if (api === undefined) return expect.fail("the config has no API");
  const { document, outputs: _, targets = [], ...settings } = api;
  const analysis = await analyzeApi(
    {
      entry: resolve(root, document),
      root: resolve(root, "openapi"),
      projectRoot: root,
      settings: { ...settings, gatewayValidation },
      targets: [...targets],
      outputs: [],
    },
    root,
  );
  const [file] = await new ApiEmitter(analysis).emit("rest-api");
  return JSON.parse(file?.text ?? expect.fail("no definition"));
}

const cases = [...messageCases, ...userCases, ...securityCases, ...routingCases].filter(
  ({ operation, differs }) => operation !== undefined && !differs.gateway,
);

describe.each(["parameters", "all"] as const)("a gateway that validates %s", (setting) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway(await definitionWith(setting));
  });
  afterAll(() => gateway?.close());

  it.each(cases.map((entry) => [entry.status, entry.title, entry] as const))(
    "never refuses what the contract accepts, and answers with a Problem otherwise: %i for %s",
    async (status, _title, entry) => {
      const world = await createWorld();
      const answer = await gateway.ask(world, await fillIn(entry, world, gateway));
      // The gateway may refuse a bad request for another reason than the function would.
      if (status === 400 || status === 415) expect([400, 415]).toContain(answer.status);
      // Scopes are the function's: the gateway has read the body by then.
      else if (status === 403 && entry.request.body === "{") {
        expect(answer.status).toBe(setting === "all" ? 400 : 403);
      } else expect(answer.status).toBe(status);
      if (status < 400) return;
      expect(answer.headers["content-type"]).toBe("application/problem+json");
      expect(answer.body).toMatchObject({ type: "about:blank", status: answer.status });
    },
  );
});

it("a gateway that validates all refuses bad bodies itself", async () => {
  const gateway = await startGateway(await definitionWith("all"));
  try {
    const world = await createWorld();
    const answer = await gateway.ask(world, {
      method: "POST",
      target: "/messages",
      headers: [["content-type", "application/json"]],
      body: '{"author":"Ada"}',
    });
    expect(answer).toMatchObject({ status: 400, body: { title: "Bad Request", status: 400 } });
    // A list of what is wrong would be the function's.
    expect(answer.body).not.toHaveProperty("errors");
  } finally {
    await gateway.close();
  }
});
