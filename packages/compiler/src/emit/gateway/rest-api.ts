import { DEFINITION_BYTES } from "../../api-gateway/limits.js";
import { restApiDefinition } from "../../api-gateway/rest-api/definition.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../file.js";

/** Writes `rest-api.json`: what `aws apigateway import-rest-api` takes and the local gateway runs. */
export const restApiEmitter: Emitter = {
  name: "rest-api",
  needs: [],
  emit(contract, { settings }) {
    const definition = restApiDefinition(contract, settings);
    const file = jsonFile("rest-api.json", definition);
    // Indentation is for people; an import counts its bytes.
    return Buffer.byteLength(file.text) <= DEFINITION_BYTES
      ? [file]
      : [{ path: file.path, text: `${JSON.stringify(definition)}\n` }];
  },
};
