import type { Emitter } from "./emitter.js";
import { jsonFile } from "./file.js";

/** Writes `contract.json`: the document resolved, every node with its source. */
export const contractEmitter: Emitter = {
  name: "contract",
  needs: [],
  emit: (contract) => [jsonFile("contract.json", contract)],
};
