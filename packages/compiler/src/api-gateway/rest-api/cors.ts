import type { JsonObject } from "@gatewright/contract";
import type { ApiSettings, CorsSettings } from "../../settings.js";
import { invocationUri } from "../invocation.js";

/**
 * The OPTIONS method of a path: a MOCK integration with static headers, or the function when several origins
 * are allowed, because a static header names one. Null where the contract has its own, or without CORS.
 * It carries no security: browsers send preflight requests without credentials.
 */
export function preflightMethod(
  path: string,
  methods: readonly string[],
  settings: ApiSettings,
  binaryMediaTypes: readonly string[],
): JsonObject | null {
  const { cors } = settings;
  if (cors === null || methods.includes("options")) {
    return null;
  }
  const parameters = pathParameters(path);
  return {
    summary: "Answers a browser that asks before it calls",
    ...(parameters.length > 0 && { parameters }),
    ...(cors.allowOrigins.length === 1
      ? mockMethod(cors, methods, binaryMediaTypes)
      : functionMethod(settings)),
  };
}

function mockMethod(
  cors: CorsSettings,
  methods: readonly string[],
  binaryMediaTypes: readonly string[],
): JsonObject {
  const headers = preflightHeaders(cors, methods);
  return {
    responses: {
      "204": {
        description: "What the browser may send",
        headers: Object.fromEntries(
          headers.map(([name]) => [name, { schema: { type: "string" } }]),
        ),
      },
    },
    "x-amazon-apigateway-integration": {
      type: "mock",
      requestTemplates: { "application/json": '{"statusCode": 204}' },
      passthroughBehavior: "when_no_match",
      // A MOCK integration cannot read its request when every media type is binary.
      ...(binaryMediaTypes.includes("*/*") && { contentHandling: "CONVERT_TO_TEXT" }),
      responses: {
        default: {
          statusCode: "204",
          responseParameters: Object.fromEntries(
            headers.map(([name, value]) => [`method.response.header.${name}`, `'${value}'`]),
          ),
        },
      },
    },
  };
}

function functionMethod(settings: ApiSettings): JsonObject {
  const functions = settings.functions.filter(({ kind }) => kind === "api");
  const server = functions.find(({ operations }) => operations === undefined) ?? functions[0];
  return {
    responses: { "204": { description: "What the browser may send" } },
    "x-amazon-apigateway-integration": {
      type: "aws_proxy",
      httpMethod: "POST",
      uri: invocationUri(server?.name ?? settings.slug),
      passthroughBehavior: "when_no_match",
      timeoutInMillis: settings.integrationTimeoutMs,
    },
  };
}

function preflightHeaders(cors: CorsSettings, methods: readonly string[]) {
  const allowed = [...new Set([...methods.map((method) => method.toUpperCase()), "OPTIONS"])];
  return [
    ["Access-Control-Allow-Origin", cors.allowOrigins[0] ?? "*"],
    ["Access-Control-Allow-Methods", allowed.join(",")],
    ["Access-Control-Allow-Headers", cors.allowHeaders.join(",")],
    ...(cors.allowCredentials ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
    ["Access-Control-Max-Age", String(cors.maxAgeSeconds)],
  ] as const;
}

/** Headers that let a page read an answer; none when several origins are allowed, a static header names one. */
export function answerHeaders(cors: CorsSettings | null): readonly (readonly [string, string])[] {
  const [origin, ...others] = cors?.allowOrigins ?? [];
  if (cors === null || origin === undefined || others.length > 0) {
    return [];
  }
  return [
    ["Access-Control-Allow-Origin", origin],
    ...(cors.allowCredentials ? [["Access-Control-Allow-Credentials", "true"] as const] : []),
    ...(cors.exposeHeaders.length > 0
      ? [["Access-Control-Expose-Headers", cors.exposeHeaders.join(",")] as const]
      : []),
  ];
}

function pathParameters(path: string): readonly JsonObject[] {
  return [...path.matchAll(/\{([^{}+]+)\+?\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}
