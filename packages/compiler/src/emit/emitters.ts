import { clientEmitter } from "./client/client.js";
import { contractEmitter } from "./contract.js";
import type { Emitter } from "./emitter.js";
import { httpApiEmitter } from "./gateway/http-api.js";
import { resourcesEmitter } from "./gateway/resources.js";
import { restApiEmitter } from "./gateway/rest-api.js";
import { templateEmitter } from "./gateway/template.js";
import { terraformEmitter } from "./gateway/terraform.js";
import { mocksEmitter } from "./mocks/mocks.js";
import { openapiEmitter } from "./openapi.js";
import { operationsEmitter } from "./operations/operations.js";
import { serverEmitter } from "./server.js";
import { typesEmitter } from "./types/types.js";
import { validatorsEmitter } from "./validators/validators.js";

/** Every emitter, in the order in which their files are listed. */
export const emitters: readonly Emitter[] = [
  contractEmitter,
  openapiEmitter,
  typesEmitter,
  operationsEmitter,
  validatorsEmitter,
  serverEmitter,
  clientEmitter,
  mocksEmitter,
  restApiEmitter,
  httpApiEmitter,
  resourcesEmitter,
  templateEmitter,
  terraformEmitter,
];
