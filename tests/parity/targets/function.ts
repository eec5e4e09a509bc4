import { byPath } from "@gatewright/server";
import { createHandler } from "../../../apps/whiteboard/generated/server.js";
import { handlers } from "../../../apps/whiteboard/src/handlers/handlers.js";
import type { World } from "../world.js";

/** The service's function on the store of one case. */
export function functionOn({ store }: World) {
  return createHandler({ handlers, services: () => ({ store }), log: null, routing: byPath });
}
