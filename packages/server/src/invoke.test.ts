import { describe, expect, it } from "vitest";
import { createInvoke, type Handlers } from "./fixture/server.js";
import { ResponseContractError, UnknownOperationError } from "./index.js";

const handlers: Handlers = {
  async listMessages({ query }, { reply }) {
    return reply(200, {
      messages: Array.from({ length: query.limit }, (_, id) => ({
        id: String(id),
        author: "a",
        text: "t",
      })),
    });
  },
  async postMessage({ body }, { reply }) {
    if (body.text === "explode") throw new RangeError("the store is gone");
    // What a store hands out may hold more than its type says.
    const leaky: { id: string; author: string; text: string } = JSON.parse(
      JSON.stringify({ id: "1", ...body, ...(body.text === "leak" && { hash: "x" }) }),
    );
    return reply(201, leaky, { location: "/messages/1" });
  },
  async deleteMessage(_, { reply, caller }) {
    return caller?.sub === "invoke" ? reply(204) : reply(404, { title: "Not Found", status: 404 });
  },
};
const invoke = createInvoke({ handlers, services: () => ({}) });

describe("invoke", () => {
  it("fills in defaults and gives back what a client would get", async () => {
    const answer = await invoke("listMessages");
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
    expect(answer.status === 200 && answer.body.messages).toHaveLength(3);
  });

  it("answers 400 to input that the API refuses", async () => {
    expect(await invoke("postMessage", { body: { author: "", text: "t" } })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/author" }] },
    });
  });

  it("gives declared headers", async () => {
    const answer = await invoke("postMessage", { body: { author: "a", text: "t" } });
    expect(answer.headers).toMatchObject({ location: "/messages/1" });
  });

  it("calls a protected operation as somebody who may, unless it is told who", async () => {
    const input = { path: { messageId: "1" } };
    expect(await invoke("deleteMessage", input)).toMatchObject({ status: 204, headers: {} });
    const as = (scopes: string[]) => ({ caller: { sub: "ann", scopes } });
    expect(await invoke("deleteMessage", input, as(["messages:moderate"]))).toMatchObject({
      status: 404,
    });
    expect(await invoke("deleteMessage", input, as([]))).toMatchObject({ status: 403 });
    expect(await invoke("deleteMessage", input, { caller: null })).toMatchObject({ status: 401 });
  });

  it("rejects with what a handler throws", async () => {
    await expect(invoke("postMessage", { body: { author: "a", text: "explode" } })).rejects.toThrow(
      "the store is gone",
    );
  });

  it("rejects an answer against the contract, saying how it differs", async () => {
    const leak = invoke("postMessage", { body: { author: "a", text: "leak" } });
    await expect(leak).rejects.toThrow(ResponseContractError);
    await expect(leak).rejects.toThrow(
      "postMessage answered 201 against its contract: body/hash is not allowed",
    );
  });

  it("rejects a name that is no operation", async () => {
    await expect(Reflect.apply(invoke, null, ["toString"])).rejects.toThrow(UnknownOperationError);
  });
});
