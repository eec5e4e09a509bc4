import type { JsonObject } from "@gatewright/contract";
import type { APIGatewayProxyEvent } from "aws-lambda";
import { afterEach, expect, it } from "vitest";
import {
  bearerComponents,
  definitionOf,
  proxyOperation,
  resourcesOf,
} from "./definition.testing.js";
import type { HandlerLoader } from "./function-runner.js";
import { type LocalGateway, type LocalOptions, startLocal } from "./start-local.js";

const running: LocalGateway[] = [];
afterEach(() => Promise.all(running.splice(0).map((gateway) => gateway.close())));

const echo: HandlerLoader = async () => (event: APIGatewayProxyEvent) => ({
  statusCode: 200,
  body: JSON.stringify(event),
});

/** A gateway that knows the key `k1`. */
async function start(
  definition: JsonObject,
  functions: LocalOptions["functions"],
): Promise<LocalGateway> {
  const resources = resourcesOf(...Object.keys(functions));
  const apiKeys = ["k1"];
  const gateway = await startLocal({ definition, functions, resources, port: 0, apiKeys });
  running.push(gateway);
  return gateway;
}

it("wants an API key that it knows, and gives it to the function", async () => {
  const { url } = await start(
    definitionOf(
      { "/a": { get: proxyOperation("api", { security: [{ key: [] }] }) } },
      {
        components: {
          securitySchemes: { key: { type: "apiKey", name: "x-api-key", in: "header" } },
        },
      },
    ),
    { api: echo },
  );
  for (const headers of [{}, { "x-api-key": "k2" }]) {
    const response = await fetch(`${url}/a`, { headers });
    expect([response.status, await response.json()]).toEqual([403, { message: "Forbidden" }]);
  }
  const { requestContext } = await (
    await fetch(`${url}/a`, { headers: { "x-api-key": "k1" } })
  ).json();
  expect(requestContext.identity.apiKey).toBe("k1");
});

it("wants both where an authorizer and a key are written as two requirements", async () => {
  const { securitySchemes } = bearerComponents("auth") as { securitySchemes: JsonObject };
  const key = { type: "apiKey", name: "x-api-key", in: "header" };
  const { url } = await start(
    definitionOf(
      { "/a": { get: proxyOperation("api", { security: [{ bearer: [] }, { key: [] }] }) } },
      { components: { securitySchemes: { ...securitySchemes, key } } },
    ),
    {
      api: echo,
      auth:
        async () =>
        ({ methodArn }: { methodArn: string }) => ({
          principalId: "ada",
          policyDocument: {
            Version: "2012-10-17",
            Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: methodArn }],
          },
        }),
    },
  );
  const statuses = [];
  for (const headers of [{}, { "x-api-key": "k1" }, { authorization: "Bearer t" }]) {
    statuses.push((await fetch(`${url}/a`, { headers })).status);
  }
  const both = { authorization: "Bearer t", "x-api-key": "k1" };
  statuses.push((await fetch(`${url}/a`, { headers: both })).status);
  expect(statuses).toEqual([401, 401, 403, 200]);
});
