import type { JsonObject, Schema } from "@gatewright/contract";
import type { GatewayDefinition, GatewayMethod } from "../definition/gateway-definition.js";
import { bareMediaType } from "./binary-media-type.js";
import type { GatewayRefusal } from "./gateway-response.js";
import { headerValue } from "./multi-value-map.js";
import type { RoutedRequest } from "./proxy-event.js";

/** Checks bodies of one method, by media type. */
export type BodyChecks = ReadonlyMap<string, (value: unknown) => boolean>;

/**
 * Compiles the body models of every method that checks bodies. ajv is loaded only when there is one. The
 * models hold nothing on which draft 4 and later drafts differ: reading them has made sure.
 */
export async function compileBodyChecks(
  definition: GatewayDefinition,
): Promise<ReadonlyMap<GatewayMethod, BodyChecks>> {
  const methods = definition.resources
    .flatMap(({ methods }) => [...methods.values()])
    .filter(({ bodyModels }) => bodyModels.size > 0);
  const checks = new Map<GatewayMethod, BodyChecks>();
  if (methods.length === 0) return checks;
  const compile = await modelCompiler(definition.models);
  for (const method of methods) {
    checks.set(
      method,
      new Map([...method.bodyModels].map(([mediaType, schema]) => [mediaType, compile(schema)])),
    );
  }
  return checks;
}

async function modelCompiler(models: JsonObject) {
  const { Ajv } = await import("ajv");
  // Formats are annotations to API Gateway; its models know no `format` checks that are documented.
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    ownProperties: true,
    logger: false,
  });
  ajv.addSchema({ components: { schemas: models } }, "definition");
  // Differs from API Gateway: patterns in models are run by JavaScript's engine, not by AWS's.
  return (schema: Schema) => {
    const validate = ajv.compile(atDefinition(schema));
    return (value: unknown) => validate(value) === true;
  };
}

/** References of a body's own schema point into the definition. */
function atDefinition(schema: Schema): boolean | object {
  const text = JSON.stringify(schema, (key, value) =>
    key === "$ref" && typeof value === "string" && value.startsWith("#/")
      ? `definition${value}`
      : value,
  );
  return JSON.parse(text);
}

/** What a request validator says about a request: parameters first, then the body; null when nothing is wrong. */
export function checkRequest(
  routed: RoutedRequest,
  bodyChecks: BodyChecks | undefined,
): GatewayRefusal | null {
  return (
    checkParameters(routed) ?? (bodyChecks === undefined ? null : checkBody(routed, bodyChecks))
  );
}

/** Presence only, and not blank; names are compared with their case, as API Gateway does. */
function checkParameters({ request, method }: RoutedRequest): GatewayRefusal | null {
  const missing = method.requiredParameters.filter((parameter) => {
    const values = (parameter.in === "header" ? request.headers : request.query)?.single;
    const value =
      values !== undefined && Object.hasOwn(values, parameter.name)
        ? values[parameter.name]
        : undefined;
    return value === undefined || value.trim() === "";
  });
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => name).join(", ");
  return {
    type: "BAD_REQUEST_PARAMETERS",
    message: `Missing required request parameters: [${names}]`,
  };
}

const INVALID_BODY: GatewayRefusal = { type: "BAD_REQUEST_BODY", message: "Invalid request body" };

/** A body whose media type has no model is not checked; a body that is not there is checked as `{}`. */
function checkBody({ request }: RoutedRequest, checks: BodyChecks): GatewayRefusal | null {
  const mediaType = bareMediaType(
    headerValue(request.headers, "content-type") ?? "application/json",
  );
  const check = checks.get(mediaType);
  if (check === undefined || !/[/+]json$/.test(mediaType)) return null;
  let value: unknown;
  try {
    value = request.body === null ? {} : JSON.parse(request.body.toString("utf8"));
  } catch {
    return INVALID_BODY;
  }
  try {
    return check(value) ? null : INVALID_BODY;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Differs from API Gateway: a body that is nested too deeply for this check is answered with 400.
    return { type: "BAD_REQUEST_BODY", message: "Request body is nested too deeply" };
  }
}
