import { type DefinitionReader, describe, type Members, pointerTo } from "./definition-reader.js";
import type { Authorizer, IdentitySource } from "./gateway-definition.js";
import { readFunctionName } from "./read-integration.js";

const FIELDS = new Set([
  "type",
  "authorizerUri",
  "authorizerCredentials",
  "identitySource",
  "identityValidationExpression",
  "authorizerResultTtlInSeconds",
]);
const DEFAULT_TTL_SECONDS = 300;
const MAX_TTL_SECONDS = 3_600;

/** Reads a Lambda authorizer (`token` or `request`); null, with a report, for any other kind. */
export function readAuthorizer(
  reader: DefinitionReader,
  schemeName: string,
  headerName: string,
  authorizer: Members,
  pointer: string,
): Authorizer | null {
  const at = (name: string) => pointerTo(pointer, name);
  const text = (name: string) => reader.string(reader.member(authorizer, name), at(name));
  const kind = text("type").toLowerCase();
  if (kind === "cognito_user_pools") {
    reader.unsupported(
      at("type"),
      "Cognito authorizers",
      "Use a Lambda authorizer of type request.",
    );
    return null;
  }
  if (kind !== "token" && kind !== "request") {
    reader.malformed(at("type"), `expected "token" or "request", found ${describe(text("type"))}`);
    return null;
  }
  reader.onlyKnown(authorizer, pointer, FIELDS, "a Lambda authorizer of a REST API");
  const functionName = readFunctionName(reader, text("authorizerUri"), at("authorizerUri"));
  const resultTtlSeconds = reader.integer(
    reader.member(authorizer, "authorizerResultTtlInSeconds"),
    at("authorizerResultTtlInSeconds"),
    { min: 0, max: MAX_TTL_SECONDS, fallback: DEFAULT_TTL_SECONDS },
  );
  const declared = readIdentitySources(reader, text("identitySource"), at("identitySource"));
  const identitySources: readonly IdentitySource[] =
    kind === "token" && declared.length === 0 ? [{ from: "header", name: headerName }] : declared;
  if (kind === "request" && resultTtlSeconds > 0 && identitySources.length === 0) {
    reader.malformed(at("identitySource"), "results are cached, so an identitySource is required");
  }
  if (functionName === null) return null;
  return {
    name: schemeName,
    kind,
    functionName,
    identitySources,
    tokenPattern: readTokenPattern(
      reader,
      text("identityValidationExpression"),
      at("identityValidationExpression"),
    ),
    resultTtlSeconds,
  };
}

function readIdentitySources(
  reader: DefinitionReader,
  list: string,
  pointer: string,
): readonly IdentitySource[] {
  const sources: IdentitySource[] = [];
  for (const expression of list.split(",").map((part) => part.trim())) {
    if (expression === "") continue;
    const source = parseIdentitySource(expression);
    if (source !== null) sources.push(source);
    else reader.unsupported(pointer, `the identity source ${describe(expression)}`);
  }
  return sources;
}

function parseIdentitySource(expression: string): IdentitySource | null {
  const match = /^method\.request\.(header|querystring)\.(.+)$/.exec(expression);
  if (match?.[2] !== undefined) {
    return { from: match[1] === "header" ? "header" : "querystring", name: match[2] };
  }
  const name = /^context\.(httpMethod|path|resourcePath|stage|identity\.sourceIp)$/.exec(
    expression,
  )?.[1];
  return name === undefined ? null : { from: "context", name };
}

function readTokenPattern(
  reader: DefinitionReader,
  source: string,
  pointer: string,
): RegExp | null {
  if (source === "") return null;
  try {
    return new RegExp(`^(?:${source})$`);
  } catch {
    reader.malformed(pointer, `expected a regular expression, found ${describe(source)}`);
    return null;
  }
}
