import type { JsonObject, Schema } from "@gatewright/contract";

/** A definition as the local gateway runs it: read once, complete, nothing left to look up. */
export interface GatewayDefinition {
  readonly title: string;
  readonly resources: readonly GatewayResource[];
  readonly binaryMediaTypes: readonly string[];
  /** Keyed by type, for example `DEFAULT_4XX`. */
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponseSettings>;
  /** Where the API key of a request comes from. */
  readonly apiKeySource: "HEADER" | "AUTHORIZER";
  /** Schemas by model name, as body models reference them. */
  readonly models: JsonObject;
}

export interface GatewayResource {
  /** For example `/messages/{messageId}`. */
  readonly path: string;
  /** Keyed by method; `ANY` stands for all that are not listed. */
  readonly methods: ReadonlyMap<string, GatewayMethod>;
}

export interface GatewayMethod {
  readonly resourcePath: string;
  /** JSON Pointer of the method in the definition. */
  readonly pointer: string;
  readonly operationName: string | null;
  readonly authorizer: Authorizer | null;
  readonly isApiKeyRequired: boolean;
  readonly requiredParameters: readonly RequiredParameter[];
  /** Keyed by media type; empty when bodies are not checked. */
  readonly bodyModels: ReadonlyMap<string, Schema>;
  readonly integration: Integration;
}

export interface RequiredParameter {
  readonly in: "header" | "querystring" | "path";
  readonly name: string;
}

export type Integration = FunctionIntegration | MockIntegration;

/** Lambda proxy integration. */
export interface FunctionIntegration {
  readonly kind: "function";
  readonly functionName: string;
  readonly timeoutMs: number;
}

export interface MockIntegration {
  readonly kind: "mock";
  /** Request template by media type: the status that it yields. */
  readonly statusByMediaType: ReadonlyMap<string, number>;
  readonly passthrough: "WHEN_NO_MATCH" | "WHEN_NO_TEMPLATES" | "NEVER";
  readonly convertsToText: boolean;
  readonly responses: readonly MockResponse[];
}

export interface MockResponse {
  /** Null for `default`. */
  readonly pattern: RegExp | null;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Static body by media type. */
  readonly templates: ReadonlyMap<string, string>;
}

export interface Authorizer {
  /** Name of the security scheme; results are cached per scheme. */
  readonly name: string;
  readonly kind: "token" | "request";
  readonly functionName: string;
  readonly identitySources: readonly IdentitySource[];
  /** Whole-string check of a token before the function is called. */
  readonly tokenPattern: RegExp | null;
  readonly resultTtlSeconds: number;
}

export interface IdentitySource {
  readonly from: "header" | "querystring" | "context";
  readonly name: string;
}

export interface GatewayResponseSettings {
  /** Null keeps the status of the occasion. */
  readonly statusCode: number | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly templates: ReadonlyMap<string, string>;
}
