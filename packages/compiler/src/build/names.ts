import type { HttpMethod } from "@gatewright/contract";
import { uniqueName } from "../source/component-names.js";
import { isGlobalName } from "./global-names.js";
import { camelCase, isReserved, pascalCase, withLetterFirst, wordsOf } from "./words.js";

/** What the names of an operation's types end in; a schema of such a name would be a second one. */
const OPERATION_TYPE = /^(?:Request|Input|Response|Reply|Body|Headers|[1-5](?:\d\d|XX)|Default)/;

/** Hands out TypeScript names: each only once, none that the language or the DOM has. */
export class NameRegistry {
  readonly #identifiers = new Set<string>();
  readonly #schemaTypes = new Set<string>();
  readonly #operationTypes = new Set<string>();

  schemaType(name: string): string {
    const wanted = withLetterFirst(pascalCase(wordsOf(name)) || "Schema");
    const allowed = isGlobalName(wanted) ? `${wanted}Schema` : wanted;
    const unique = uniqueName(allowed, (each) => this.#schemaTypes.has(each));
    this.#schemaTypes.add(unique);
    return unique;
  }

  /** The identifier that an operationId leads to on its own, and the one it gets. */
  operationIdentifier(id: string): { wanted: string; identifier: string } {
    const plain = withLetterFirst(camelCase(wordsOf(id)) || "operation");
    const wanted = isReserved(plain) ? `${plain}Operation` : plain;
    const identifier = uniqueName(wanted, (each) => this.#identifiers.has(each));
    this.#identifiers.add(identifier);
    return { wanted, identifier };
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
    return [...OPERATION_SUFFIXES].some((suffix) => this.#schemaTypes.has(candidate + suffix));
  }
}

const OPERATION_SUFFIXES = ["Request", "Input", "Response", "Reply", "Default"];

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

export { OPERATION_TYPE };
