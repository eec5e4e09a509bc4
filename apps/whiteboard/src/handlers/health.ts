import type { Handlers } from "../../generated/server.js";

export const health: Pick<Handlers, "getHealth"> = {
  async getHealth(_, { reply }) {
    return reply(200, { status: "ok" });
  },
};
