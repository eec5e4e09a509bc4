import { createHandler } from "../generated/server.js";
import { handlers } from "./handlers/handlers.js";

/**
 * The whiteboard's function. The AWS SDK (60 to 90 ms) is loaded by the first request that needs the store: one that
 * the contract refuses never waits for it.
 */
export const handler = createHandler({
  handlers,
  services: async (environment) => {
    const { openStore } = await import("./store/open-store.js");
    return { store: openStore(environment) };
  },
});
