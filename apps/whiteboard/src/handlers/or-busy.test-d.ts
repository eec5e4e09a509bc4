import { describe, it } from "vitest";
import type { Handlers } from "../../generated/server.js";
import { orBusy } from "./or-busy.js";

type GetMessage = Handlers["getMessage"];

const message = {
  id: "01JC8Z3M5N7P9QRSTVWXYZ0123",
  author: "Ada",
  text: "Hello",
  createdAt: "2026-03-02T09:00:00.000Z",
};

describe("orBusy", () => {
  it("leaves to a handler what its operation declares, and nothing else", () => {
    const handler: GetMessage = orBusy(async ({ path }, { reply }) => {
      // @ts-expect-error status 201 is not declared
      if (path.messageId === "1") return reply(201, message);
      // @ts-expect-error secret is not declared
      if (path.messageId === "2") return reply(200, { ...message, secret: 1 });
      // @ts-expect-error the operation has no such parameter
      if (path.userId) return reply(200, message);
      return reply(200, message);
    });
    void handler;
  });

  it("does not take an answer without reply", () => {
    // @ts-expect-error not made by reply
    const handler: GetMessage = orBusy(async () => ({ status: 200, body: message }));
    void handler;
  });
});
