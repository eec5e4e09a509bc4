import { createProblem } from "@gatewright/contract";
import type { Handlers } from "../../generated/server.js";
import type { Store } from "../store/store.js";
import { isUlid } from "../store/ulid.js";
import { cursorProblem, decodeCursor, encodeCursor } from "./cursor.js";
import { orBusy } from "./or-busy.js";

type MessageHandlers = Pick<
  Handlers<{ readonly store: Store }>,
  "listMessages" | "postMessage" | "getMessage" | "deleteMessage"
>;

export const messages: MessageHandlers = {
  listMessages: orBusy(async ({ query }, { store, reply }) => {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, isUlid);
    if (after === null) return reply(400, cursorProblem());
    const { entries, next } = await store.listMessages({ limit: query.limit, after });
    return next === undefined
      ? reply(200, { messages: entries })
      : reply(200, { messages: entries, nextCursor: encodeCursor(next) });
  }),

  postMessage: orBusy(async ({ body, headers }, { store, reply }) => {
    const message = await store.postMessage(body, headers["idempotency-key"]);
    if (message === "key-reused") {
      return reply(409, keyReused());
    }
    return reply(201, message, { location: `/messages/${message.id}` });
  }),

  getMessage: orBusy(async ({ path }, { store, reply }) => {
    const message = await store.getMessage(path.messageId);
    return message === "not-found" ? reply(404, unknownMessage()) : reply(200, message);
  }),

  deleteMessage: orBusy(async ({ path }, { store, reply }) => {
    const outcome = await store.deleteMessage(path.messageId);
    return outcome === "not-found" ? reply(404, unknownMessage()) : reply(204);
  }),
};

function unknownMessage() {
  return createProblem({ status: 404, detail: "There is no message with this id." });
}

function keyReused() {
  const detail = "This Idempotency-Key was used with another message.";
  return createProblem({ status: 409, detail });
}
