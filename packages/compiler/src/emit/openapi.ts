import type { Emitter } from "./emitter.js";
import { jsonFile } from "./file.js";

/** Writes `openapi.json`: the document in one piece, with internal references only. */
export const openapiEmitter: Emitter = {
  name: "openapi",
  needs: [],
  emit: (_contract, { bundle }) => [jsonFile("openapi.json", bundle)],
};
