import { contractEmitter } from "./contract.js";
import type { Emitter } from "./emitter.js";
import { resourcesEmitter } from "./gateway/resources.js";
import { restApiEmitter } from "./gateway/rest-api.js";
import { openapiEmitter } from "./openapi.js";
import { serverEmitter } from "./server.js";

/** Every emitter, in the order in which their files are listed. */
export const emitters: readonly Emitter[] = [
  contractEmitter,
  openapiEmitter,
  serverEmitter,
  restApiEmitter,
  resourcesEmitter,
];
