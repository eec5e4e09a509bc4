import { operations } from "../../../apps/whiteboard/generated/operations.js";
import { httpEvent } from "../../events/http-event.js";
import type { AuthorizerContext, RawRequest } from "../../events/raw-request.js";
import { restEvent } from "../../events/rest-event.js";
import { type Answer, readAnswer } from "../answer.js";
import type { ParityCase } from "../parity-case.js";
import type { World } from "../world.js";
import { functionOn } from "./function.js";

const templates = [...new Set(Object.values(operations).map(({ path }) => path))];
const routeKeys = new Set(Object.values(operations).map(({ method, path }) => `${method} ${path}`));

/** Calls the function as a REST API does, after its authorizer. */
export async function askRest(world: World, request: RawRequest, { scopes }: ParityCase) {
  return call(world, restEvent(request, templates, contextOf(scopes)));
}

/** Calls the function as an HTTP API does, after its authorizer. */
export async function askHttp(world: World, request: RawRequest, { scopes }: ParityCase) {
  return call(world, httpEvent(request, templates, routeKeys, contextOf(scopes)));
}

/** What an authorizer leaves of a token: nothing when there is none that holds. */
function contextOf(scopes: ParityCase["scopes"]): AuthorizerContext {
  return scopes === null || scopes === "garbage" ? null : { sub: "somebody", scope: scopes };
}

async function call(world: World, event: object): Promise<Answer> {
  const { statusCode, headers = {}, body = "" } = await functionOn(world)(event);
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return readAnswer(statusCode, Object.fromEntries(texts), body);
}
