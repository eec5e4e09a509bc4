import {
  type DefinitionReader,
  describe,
  isMembers,
  type Members,
  pointerTo,
} from "./definition-reader.js";
import type { Authorizer } from "./gateway-definition.js";
import { readAuthorizer } from "./read-authorizer.js";

/** What guards a method. */
export interface MethodSecurity {
  readonly authorizer: Authorizer | null;
  readonly isApiKeyRequired: boolean;
}

type SchemeGuard =
  | { readonly kind: "authorizer"; readonly authorizer: Authorizer }
  | { readonly kind: "apiKey" }
  | { readonly kind: "unusable" };

const SCHEME_EXTENSIONS = new Set([
  "x-amazon-apigateway-authorizer",
  "x-amazon-apigateway-authtype",
]);

/** Reads `components.securitySchemes` once and each method's `security` against it. */
export class SecurityReader {
  readonly #reader: DefinitionReader;
  readonly #guards = new Map<string, SchemeGuard>();

  constructor(reader: DefinitionReader, components: Members) {
    this.#reader = reader;
    const pointer = "/components/securitySchemes";
    const schemes = reader.object(reader.member(components, "securitySchemes"), pointer);
    for (const [name, value] of Object.entries(schemes)) {
      const at = pointerTo(pointer, name);
      this.#guards.set(name, this.#readScheme(name, reader.object(value, at), at));
    }
  }

  /** A method without `security`, or with an empty one, is open. */
  readMethod(operation: Members, operationPointer: string): MethodSecurity {
    const reader = this.#reader;
    const pointer = pointerTo(operationPointer, "security");
    const alternatives = reader.array(reader.member(operation, "security"), pointer);
    this.#readAuth(operation, operationPointer);
    if (alternatives.length === 0) return { authorizer: null, isApiKeyRequired: false };
    const authorizers: Authorizer[] = [];
    let isApiKeyRequired = false;
    for (const { name, at } of this.#schemesOf(alternatives, pointer)) {
      const guard = this.#guards.get(name);
      if (guard === undefined) {
        reader.dangling(at, `the security scheme ${JSON.stringify(name)} is not defined`);
      } else if (guard.kind === "apiKey") {
        isApiKeyRequired = true;
      } else if (guard.kind === "authorizer") {
        authorizers.push(guard.authorizer);
      }
    }
    const areBothNeeded = isApiKeyRequired && authorizers.length === 1;
    if (alternatives.length > 1 && !areBothNeeded) {
      reader.unsupported(pointer, "alternative security requirements: a method has one authorizer");
    } else if (authorizers.length > 1) {
      reader.unsupported(pointer, "a second authorizer on one method");
    }
    const authorizer = authorizers[0] ?? null;
    return { authorizer, isApiKeyRequired };
  }

  /**
   * The schemes of all requirements. API Gateway has no alternatives: an authorizer and the native key, written as one
   * requirement or as two, are both needed.
   */
  #schemesOf(requirements: readonly unknown[], pointer: string) {
    return requirements.flatMap((value, index) => {
      const at = pointerTo(pointer, index);
      const names = Object.keys(this.#reader.object(value, at));
      if (names.length === 0) this.#reader.unsupported(at, "an empty security requirement");
      return names.map((name) => ({ name, at: pointerTo(at, name) }));
    });
  }

  #readAuth(operation: Members, operationPointer: string): void {
    const name = "x-amazon-apigateway-auth";
    const auth = this.#reader.member(operation, name);
    if (auth === undefined) return;
    const pointer = pointerTo(operationPointer, name);
    const type = isMembers(auth) ? auth.type : undefined;
    if (typeof type === "string" && type.toUpperCase() === "NONE") return;
    this.#reader.unsupported(pointer, `the authorization type ${describe(type)}`);
  }

  #readScheme(name: string, scheme: Members, pointer: string): SchemeGuard {
    const reader = this.#reader;
    const text = (key: string) =>
      reader.string(reader.member(scheme, key), pointerTo(pointer, key));
    reader.onlyExtensions(scheme, pointer, SCHEME_EXTENSIONS, "in a security scheme");
    const type = text("type");
    if (type !== "apiKey") {
      reader.malformed(pointerTo(pointer, "type"), `expected "apiKey", found ${describe(type)}`);
      return { kind: "unusable" };
    }
    const authType = text("x-amazon-apigateway-authtype").toLowerCase();
    if (authType === "awssigv4") {
      reader.unsupported(pointer, "IAM authorization (awsSigv4)");
      return { kind: "unusable" };
    }
    const extension = "x-amazon-apigateway-authorizer";
    const authorizer = reader.member(scheme, extension);
    if (authorizer !== undefined) {
      const at = pointerTo(pointer, extension);
      const read = readAuthorizer(reader, name, text("name"), reader.object(authorizer, at), at);
      return read === null ? { kind: "unusable" } : { kind: "authorizer", authorizer: read };
    }
    if (text("in") === "header" && text("name").toLowerCase() === "x-api-key")
      return { kind: "apiKey" };
    reader.malformed(
      pointer,
      `the scheme has no ${extension} and is not the x-api-key header, so API Gateway would enforce nothing`,
    );
    return { kind: "unusable" };
  }
}
