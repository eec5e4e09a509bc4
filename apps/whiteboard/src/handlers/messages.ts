import type { Handlers } from "../../generated/server.js";
import type { Store } from "../store/store.js";
import { isUlid } from "../store/ulid.js";
import { cursorProblem, decodeCursor, encodeCursor } from "./cursor.js";
import { problem } from "./problem.js";

type MessageHandlers = Pick<
  Handlers<{ readonly store: Store }>,
  "listMessages" | "postMessage" | "getMessage" | "deleteMessage"
>;

export const messages: MessageHandlers = {
  async listMessages({ query }, { store, reply }) {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, isUlid);
    if (after === null) return reply(400, cursorProblem());
    const { entries, next } = await store.listMessages({ limit: query.limit, after });
    return next === undefined
      ? reply(200, { messages: entries })
      : reply(200, { messages: entries, nextCursor: encodeCursor(next) });
  },

  async postMessage({ body, headers }, { store, reply }) {
    const message = await store.postMessage(body, headers["idempotency-key"]);
    if (message === "key-reused") {
      return reply(409, problem(409, "This Idempotency-Key was used with another message."));
    }
    return reply(201, message, { location: `/messages/${message.id}` });
  },

  async getMessage({ path }, { store, reply }) {
    const message = await store.getMessage(path.messageId);
    return message === "not-found"
      ? reply(404, problem(404, "There is no message with this id."))
      : reply(200, message);
  },

  async deleteMessage({ path }, { store, reply }) {
    const outcome = await store.deleteMessage(path.messageId);
    return outcome === "not-found"
      ? reply(404, problem(404, "There is no message with this id."))
      : reply(204);
  },
};
