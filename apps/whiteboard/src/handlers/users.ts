import { createProblem } from "@gatewright/contract";
import type { Handlers } from "../../generated/server.js";
import type { Store } from "../store/store.js";
import { cursorProblem, decodeCursor, encodeCursor } from "./cursor.js";
import { orBusy } from "./or-busy.js";

type UserHandlers = Pick<
  Handlers<{ readonly store: Store }>,
  "listUsers" | "createUser" | "getUser" | "replaceUser" | "deleteUser"
>;

export const users: UserHandlers = {
  listUsers: orBusy(async ({ query }, { store, reply }) => {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, isUserId);
    if (after === null) return reply(400, cursorProblem());
    const { entries, next } = await store.listUsers({ limit: query.limit, after });
    return next === undefined
      ? reply(200, { users: entries })
      : reply(200, { users: entries, nextCursor: encodeCursor(next) });
  }),

  createUser: orBusy(async ({ body }, { store, reply }) => {
    const user = await store.createUser(body);
    return user === "email-taken"
      ? reply(409, emailTaken())
      : reply(201, user, { location: `/users/${user.id}` });
  }),

  getUser: orBusy(async ({ path }, { store, reply }) => {
    const user = await store.getUser(path.userId);
    return user === "not-found" ? reply(404, unknownUser()) : reply(200, user);
  }),

  replaceUser: orBusy(async ({ path, body }, { store, reply }) => {
    const user = await store.replaceUser(path.userId, body);
    if (user === "not-found") return reply(404, unknownUser());
    return user === "email-taken" ? reply(409, emailTaken()) : reply(200, user);
  }),

  deleteUser: orBusy(async ({ path }, { store, reply }) => {
    const outcome = await store.deleteUser(path.userId);
    return outcome === "not-found" ? reply(404, unknownUser()) : reply(204);
  }),
};

function unknownUser() {
  return createProblem({ status: 404, detail: "There is no user with this id." });
}

function emailTaken() {
  return createProblem({
    status: 409,
    detail: "Another user has this e-mail address.",
    errors: [{ pointer: "/email", detail: "belongs to another user" }],
  });
}

/** A user id as the store makes them: a lower-case UUID. */
function isUserId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
