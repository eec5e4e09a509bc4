import { describe, it } from "vitest";
import { mockSample } from "./testing/sample-mocks.js";

describe("overrides", () => {
  it("take what the contract declares", () => {
    mockSample({
      getMessage: ({ path }, { reply }) => reply(200, { id: path.messageId, text: "x" }),
    });
    mockSample({
      getMessage: async (_, { reply }) => reply(404, { title: "Not Found", status: 404 }),
    });
    mockSample({ getMessage: (_, { fail }) => fail() });
    mockSample({
      postMessage: ({ body }, { reply }) =>
        reply(201, { id: "1", text: body.text }, { location: "/messages/1" }),
    });
  });

  it("refuse everything else", () => {
    // @ts-expect-error status 418 is not declared
    mockSample({ getMessage: (_, { reply }) => reply(418, { title: "Teapot", status: 418 }) });
    // @ts-expect-error text is missing
    mockSample({ getMessage: (_, { reply }) => reply(200, { id: "1" }) });
    // @ts-expect-error secret is not declared
    mockSample({ getMessage: (_, { reply }) => reply(200, { id: "1", text: "x", secret: true }) });
    // @ts-expect-error the header location is missing
    mockSample({ postMessage: (_, { reply }) => reply(201, { id: "1", text: "x" }) });
    // @ts-expect-error an answer comes from reply
    mockSample({ getMessage: () => ({ status: 200, body: { id: "1", text: "x" } }) });
    // @ts-expect-error there is no such operation
    mockSample({ getMesage: () => undefined });
    // @ts-expect-error the path has no such variable
    mockSample({ getMessage: ({ path }, { reply }) => reply(200, { id: path.id, text: "x" }) });
  });
});
