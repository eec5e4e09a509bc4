import type { HttpMethod } from "@gatewright/contract";
import { uniqueName } from "../source/component-names.js";
import { isGlobalName } from "./global-names.js";
import { camelCase, isReserved, pascalCase, withLetterFirst, wordsOf } from "./words.js";

/** What the names of an operation's types end in: a schema of that name would be a second one. */
const OPERATION_TYPES = ["Request", "Input", "Response", "Reply"];

/** Hands out TypeScript names: each only once, none that the language or the DOM has. */
export class NameRegistry {
  readonly #identifiers = new Set<string>();
  readonly #schemaTypes = new Set<string>();
  readonly #operationTypes = new Set<string>();

  schemaType(name: string): string {
    const unique = uniqueName(plainTypeName(name), (each) => this.#schemaTypes.has(each));
    this.#schemaTypes.add(unique);
    return unique;
  }

  operationIdentifier(id: string): string {
    const identifier = uniqueName(plainIdentifier(id), (each) => this.#identifiers.has(each));
    this.#identifiers.add(identifier);
    return identifier;
  }

  /** Call it after every schema has its name: operations give way to them. */
  operationType(identifier: string): string {
    const [first = "", ...rest] = identifier;
    const wanted = first.toUpperCase() + rest.join("");
    const unique = uniqueName(wanted, (each) => this.#isTakenType(each));
    this.#operationTypes.add(unique);
    return unique;
  }

  #isTakenType(candidate: string): boolean {
    if (this.#operationTypes.has(candidate)) {
      return true;
    }
    return OPERATION_TYPES.some((suffix) => this.#schemaTypes.has(candidate + suffix));
  }
}

/** The type name that a schema's name leads to when nothing else is called so. */
export function plainTypeName(name: string): string {
  const plain = withLetterFirst(pascalCase(wordsOf(name)) || "Schema");
  return isGlobalName(plain) ? `${plain}Schema` : plain;
}

/** The identifier that an operationId leads to when nothing else is called so. */
export function plainIdentifier(id: string): string {
  const plain = withLetterFirst(camelCase(wordsOf(id)) || "operation");
  return isReserved(plain) ? `${plain}Operation` : plain;
}

/** `GET /users/{id}/posts` → `getUsersByIdPosts`: an operationId for an operation that has none. */
export function deriveOperationId(method: HttpMethod, path: string): string {
  const words = path
    .split("/")
    .flatMap((segment) =>
      segment
        .split(/(\{[^}]*\})/)
        .flatMap((part) => (part.startsWith("{") ? ["by", ...wordsOf(part)] : wordsOf(part))),
    );
  return camelCase([method.toLowerCase(), ...words]);
}
