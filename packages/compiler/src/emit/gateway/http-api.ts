import { httpApiDefinition } from "../../api-gateway/http-api/definition.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../file.js";

/** Writes `http-api.json`: what `aws apigatewayv2 import-api` takes. */
export const httpApiEmitter: Emitter = {
  name: "http-api",
  needs: [],
  emit(contract, { settings }) {
    return [jsonFile("http-api.json", httpApiDefinition(contract, settings))];
  },
};
