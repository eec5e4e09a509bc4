import { createHandler } from "../generated/server.js";
import { handlers } from "./handlers/handlers.js";
import { connectFromEnvironment } from "./store/connect.js";
import { createDynamoStore } from "./store/dynamo-store.js";

/** The whiteboard's function. Its store is made by the first request that passes the contract's checks. */
export const handler = createHandler({
  handlers,
  services: async (environment) => ({
    store: createDynamoStore(await connectFromEnvironment(environment)),
  }),
});
