import { gatewayResponseTypes } from "../gateway/gateway-response-types.js";
import { templateVariables, variablesOf } from "../gateway/template-variables.js";
import { type DefinitionReader, describe, type Members, pointerTo } from "./definition-reader.js";
import type { GatewayResponseSettings } from "./gateway-definition.js";
import { readStaticHeaders } from "./read-mock-integration.js";

const EXTENSION = "x-amazon-apigateway-gateway-responses";
const FIELDS = new Set(["statusCode", "responseParameters", "responseTemplates"]);

/** Reads the gateway responses of the root, keyed by type. */
export function readGatewayResponses(
  reader: DefinitionReader,
  root: Members,
): ReadonlyMap<string, GatewayResponseSettings> {
  const pointer = pointerTo("", EXTENSION);
  const responses = new Map<string, GatewayResponseSettings>();
  for (const [type, value] of Object.entries(
    reader.object(reader.member(root, EXTENSION), pointer),
  )) {
    const at = pointerTo(pointer, type);
    if (!gatewayResponseTypes.has(type)) {
      reader.malformed(at, `${JSON.stringify(type)} is not a gateway response type`);
      continue;
    }
    responses.set(type, readSettings(reader, reader.object(value, at), at));
  }
  return responses;
}

function readSettings(
  reader: DefinitionReader,
  response: Members,
  pointer: string,
): GatewayResponseSettings {
  const at = (name: string) => pointerTo(pointer, name);
  reader.onlyKnown(response, pointer, FIELDS, "a gateway response");
  const templates = new Map<string, string>();
  const declared = reader.object(
    reader.member(response, "responseTemplates"),
    at("responseTemplates"),
  );
  for (const [mediaType, value] of Object.entries(declared)) {
    const place = pointerTo(at("responseTemplates"), mediaType);
    const template = reader.string(value, place);
    for (const variable of variablesOf(template)) {
      if (templateVariables.has(variable)) continue;
      reader.unsupported(place, `the variable ${JSON.stringify(`$${variable}`)} in a template`);
    }
    templates.set(mediaType, template);
  }
  return {
    statusCode: readStatus(reader, reader.member(response, "statusCode"), at("statusCode")),
    headers: readStaticHeaders(
      reader,
      reader.member(response, "responseParameters"),
      at("responseParameters"),
      "gatewayresponse.header.",
    ),
    templates,
  };
}

function readStatus(reader: DefinitionReader, value: unknown, pointer: string): number | null {
  if (value === undefined) return null;
  if (/^[2-5]\d\d$/.test(String(value))) return Number(value);
  reader.malformed(pointer, `expected a status code from 200 to 599, found ${describe(value)}`);
  return null;
}
