import type { Contract, Operation, Security, SecurityScheme } from "@gatewright/contract";
import type { ApiSettings, AuthorizerSettings } from "../settings.js";
import { isObject, own } from "../source/json-object.js";
import { type IdentitySource, identitySources } from "./identity-source.js";
import {
  alwaysNeedsNativeKey,
  isNativeApiKey,
  isOpen,
  schemeNames,
  soleScheme,
} from "./requirement.js";

/** How API Gateway lets callers reach an operation. */
export type Access =
  | { readonly kind: "open" }
  /** The API keys of a REST API. */
  | { readonly kind: "apiKey" }
  | {
      readonly kind: "authorizer";
      readonly authorizer: PlannedAuthorizer;
      /** The API keys of a REST API are needed as well: no authorizer knows which of them are good. */
      readonly needsApiKey: boolean;
    }
  /** The document brings its own `x-amazon-apigateway-authorizer` or authtype. */
  | {
      readonly kind: "declared";
      readonly scheme: SecurityScheme;
      readonly scopes: readonly string[];
    }
  /** IAM decides: the document says so, or nobody else does and the operation must not be open. */
  | { readonly kind: "iam" };

/** One authorizer of the definition. A function has several when what it needs to see differs. */
export interface PlannedAuthorizer {
  /** Name of its security scheme, unique in the definition. */
  readonly name: string;
  readonly functionName: string;
  /** Empty: it is called for every request, and its answers are not kept. */
  readonly sources: readonly IdentitySource[];
  readonly ttlSeconds: number;
}

export interface AccessPlan {
  readonly byOperation: ReadonlyMap<Operation, Access>;
  readonly authorizers: readonly PlannedAuthorizer[];
}

/** `product` decides whether native API keys exist. */
export function planAccess(
  contract: Contract,
  settings: ApiSettings,
  product: "rest-api" | "http-api",
): AccessPlan {
  const authorizers = new Map<string, PlannedAuthorizer>();
  const schemes = new Map(contract.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const accessOf = (operation: Operation): Access => {
    const { security } = operation;
    if (usesIam(operation)) {
      return { kind: "iam" };
    }
    if (isOpen(security) || (security.kind === "unstated" && schemes.size === 0)) {
      return { kind: "open" };
    }
    if (security.kind !== "required" || schemeNames(security).some((name) => !schemes.has(name))) {
      return { kind: "iam" };
    }
    const declared = declaredScheme(contract, security, product);
    if (declared !== null) {
      return declared;
    }
    const decider = authorizerFor(settings, security);
    const isNative = product === "rest-api" && isNativeApiKey(contract, security);
    if (isNative && (decider === null || decider.onlyFor === "http-api")) {
      return { kind: "apiKey" };
    }
    if (decider === null) {
      return { kind: "iam" };
    }
    const needsApiKey =
      product === "rest-api" &&
      soleScheme(security) === null &&
      alwaysNeedsNativeKey(contract, security);
    const sources = identitySources(contract, security.alternatives);
    // API Gateway keeps answers per authorizer: what one statement let in must not count for another.
    const key = JSON.stringify([decider.functionName, statementOf(security)]);
    const known = authorizers.get(key);
    if (known !== undefined) {
      return { kind: "authorizer", authorizer: known, needsApiKey };
    }
    const names = new Set([...authorizers.values()].map(({ name }) => name));
    const authorizer: PlannedAuthorizer = {
      name: freeName(soleScheme(security) ?? decider.functionName, names),
      functionName: decider.functionName,
      sources,
      ttlSeconds: sources.length === 0 ? 0 : decider.resultTtlSeconds,
    };
    authorizers.set(key, authorizer);
    return { kind: "authorizer", authorizer, needsApiKey };
  };
  const byOperation = new Map(
    contract.operations.map((operation) => [operation, accessOf(operation)]),
  );
  return { byOperation, authorizers: [...authorizers.values()] };
}

/** True when the document leaves an operation to IAM; that is a statement about who may call it. */
export function usesIam({ extensions }: Operation): boolean {
  const auth = own(extensions, "x-amazon-apigateway-auth");
  return isObject(auth) && own(auth, "type") === "AWS_IAM";
}

/** The authorizer with exactly the schemes of the statement, else one with more. */
function authorizerFor(settings: ApiSettings, security: Security): AuthorizerSettings | null {
  const names = schemeNames(security);
  const able = settings.authorizers.filter(({ schemes }) =>
    names.every((name) => schemes.includes(name)),
  );
  return able.find(({ schemes }) => schemes.length === names.length) ?? able[0] ?? null;
}

/** Which schemes a statement asks for, whatever the order and the scopes. */
function statementOf(security: Security): readonly string[] {
  return security.kind === "required"
    ? security.alternatives
        .map(({ schemes }) => JSON.stringify(schemes.map(({ name }) => name).sort()))
        .sort()
    : [];
}

/** Authorizer types that only one of the products has. */
const TYPES = {
  "rest-api": ["token", "request", "cognito_user_pools"],
  "http-api": ["jwt", "request"],
} as const;

function declaredScheme(
  contract: Contract,
  security: Security,
  product: "rest-api" | "http-api",
): Access | null {
  const name = soleScheme(security);
  const scheme = contract.securitySchemes.find((candidate) => candidate.name === name);
  if (scheme === undefined || security.kind !== "required") {
    return null;
  }
  const scopes = security.alternatives[0]?.schemes[0]?.scopes ?? [];
  const authorizer = own(scheme.extensions, "x-amazon-apigateway-authorizer");
  const type = isObject(authorizer) ? own(authorizer, "type") : undefined;
  const isUsable =
    TYPES[product].some((known) => known === type) ||
    own(scheme.extensions, "x-amazon-apigateway-authtype") === "awsSigv4";
  return isUsable ? { kind: "declared", scheme, scopes } : null;
}

/** Letters, digits and `-`; names that start with `aws` belong to AWS. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(/[^A-Za-z0-9-]+/g, "-").replace(/^-+|-+$/g, "");
  const base = clean === "" || /^aws/i.test(clean) ? `authorizer-${clean}` : clean;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}
