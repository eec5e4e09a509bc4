import { canBeSent } from "@gatewright/contract";
import {
  type DefinitionReader,
  describe,
  isMembers,
  type Members,
  pointerTo,
} from "./definition-reader.js";
import type { MockIntegration, MockResponse } from "./gateway-definition.js";

const MOCK_FIELDS = new Set([
  "type",
  "httpMethod",
  "uri",
  "requestTemplates",
  "responses",
  "passthroughBehavior",
  "contentHandling",
  "timeoutInMillis",
]);
const RESPONSE_FIELDS = new Set([
  "statusCode",
  "responseParameters",
  "responseTemplates",
  "contentHandling",
]);
const HEADER_PREFIX = "method.response.header.";
/** What marks a mapping template as more than static text. */
const TEMPLATE_LANGUAGE = /\$[!{a-zA-Z]|#[@*{a-zA-Z[]|##/;

/** Reads a MOCK integration whose templates and response parameters are static, as CORS preflights need them. */
export function readMockIntegration(
  reader: DefinitionReader,
  integration: Members,
  pointer: string,
): MockIntegration {
  const at = (...names: readonly (string | number)[]) => pointerTo(pointer, ...names);
  const member = (name: string) => reader.member(integration, name);
  reader.onlyKnown(integration, pointer, MOCK_FIELDS, "a MOCK integration");

  const statusByMediaType = new Map<string, number>();
  const templates = reader.object(member("requestTemplates"), at("requestTemplates"));
  for (const [mediaType, template] of Object.entries(templates)) {
    const status = readStatusTemplate(reader, template, at("requestTemplates", mediaType));
    if (status !== null) statusByMediaType.set(mediaType.toLowerCase(), status);
  }
  const responses = reader.object(member("responses"), at("responses"));
  return {
    kind: "mock",
    statusByMediaType,
    passthrough: readPassthrough(reader, member("passthroughBehavior"), at("passthroughBehavior")),
    convertsToText: readContentHandling(reader, member("contentHandling"), at("contentHandling")),
    responses: Object.entries(responses).map(([key, value]) =>
      readResponse(reader, key, value, at("responses", key)),
    ),
  };
}

function readStatusTemplate(reader: DefinitionReader, template: unknown, pointer: string) {
  const text = reader.string(template, pointer);
  if (TEMPLATE_LANGUAGE.test(text)) {
    reader.unsupported(pointer, "a mapping template that is more than static JSON");
    return null;
  }
  try {
    const value: unknown = JSON.parse(text);
    const status = isMembers(value) && Object.hasOwn(value, "statusCode") ? value.statusCode : null;
    if (Number.isInteger(status)) return Number(status);
  } catch {
    // Reported below, like JSON without a status.
  }
  reader.malformed(pointer, `expected JSON with a statusCode, found ${describe(text)}`);
  return null;
}

function readResponse(
  reader: DefinitionReader,
  key: string,
  value: unknown,
  pointer: string,
): MockResponse {
  const response = reader.object(value, pointer);
  reader.onlyKnown(response, pointer, RESPONSE_FIELDS, "an integration response");
  const statusPointer = pointerTo(pointer, "statusCode");
  const status = Number(reader.member(response, "statusCode"));
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    reader.malformed(
      statusPointer,
      `expected a status code from 200 to 599, found ${describe(status)}`,
    );
  }
  return {
    pattern: key === "default" ? null : readPattern(reader, key, pointer),
    status,
    headers: readStaticHeaders(
      reader,
      reader.member(response, "responseParameters"),
      pointerTo(pointer, "responseParameters"),
      HEADER_PREFIX,
    ),
    templates: readStaticTemplates(
      reader,
      reader.member(response, "responseTemplates"),
      pointerTo(pointer, "responseTemplates"),
    ),
  };
}

function readPattern(reader: DefinitionReader, source: string, pointer: string): RegExp | null {
  try {
    return new RegExp(`^(?:${source})$`, "u");
  } catch {
    reader.malformed(
      pointer,
      `expected "default" or a regular expression, found ${describe(source)}`,
    );
    return null;
  }
}

/** Reads `PREFIX.Name: "'value'"` pairs; anything but a quoted static value is reported. */
export function readStaticHeaders(
  reader: DefinitionReader,
  value: unknown,
  pointer: string,
  prefix: string,
): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [];
  for (const [key, mapped] of Object.entries(reader.object(value, pointer))) {
    const at = pointerTo(pointer, key);
    const text = reader.string(mapped, at);
    if (!key.startsWith(prefix) || key.length === prefix.length) {
      reader.malformed(at, `expected a key that starts with ${JSON.stringify(prefix)}`);
    } else if (!/^'.*'$/s.test(text) || text.length < 2) {
      reader.unsupported(
        at,
        `the response parameter ${describe(text)}: only static 'values' run here`,
      );
    } else if (!canBeSent(key.slice(prefix.length), text.slice(1, -1))) {
      reader.malformed(at, `the header ${describe(text)} has a name or value that cannot be sent`);
    } else {
      headers.push([key.slice(prefix.length), text.slice(1, -1)]);
    }
  }
  return headers;
}

function readStaticTemplates(reader: DefinitionReader, value: unknown, pointer: string) {
  const templates = new Map<string, string>();
  for (const [mediaType, template] of Object.entries(reader.object(value, pointer))) {
    const text = reader.string(template, pointerTo(pointer, mediaType));
    if (TEMPLATE_LANGUAGE.test(text)) {
      reader.unsupported(
        pointerTo(pointer, mediaType),
        "a mapping template that is more than static text",
      );
    }
    templates.set(mediaType.toLowerCase(), text);
  }
  return templates;
}

function readPassthrough(reader: DefinitionReader, value: unknown, pointer: string) {
  const text = reader.string(value, pointer, "WHEN_NO_MATCH").toUpperCase();
  if (text === "WHEN_NO_MATCH" || text === "WHEN_NO_TEMPLATES" || text === "NEVER") return text;
  reader.malformed(pointer, `expected a passthrough behavior, found ${describe(value)}`);
  return "WHEN_NO_MATCH";
}

function readContentHandling(reader: DefinitionReader, value: unknown, pointer: string): boolean {
  const text = reader.string(value, pointer).toUpperCase();
  if (text !== "" && text !== "CONVERT_TO_TEXT") {
    reader.unsupported(pointer, `contentHandling ${describe(value)}`);
  }
  return text === "CONVERT_TO_TEXT";
}
