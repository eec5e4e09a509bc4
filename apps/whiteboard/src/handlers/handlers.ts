import type { Handlers } from "../../generated/server.js";
import type { Store } from "../store/store.js";
import { health } from "./health.js";
import { messages } from "./messages.js";
import { users } from "./users.js";

/** Every operation of the contract; one that is missing is a compile error. */
export const handlers: Handlers<{ readonly store: Store }> = { ...messages, ...users, ...health };
