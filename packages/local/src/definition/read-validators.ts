import { type DefinitionReader, type Members, pointerTo } from "./definition-reader.js";

/** What a request validator looks at. */
export interface RequestValidatorSettings {
  readonly checksParameters: boolean;
  readonly checksBody: boolean;
}

const TABLE = "x-amazon-apigateway-request-validators";
const CHOICE = "x-amazon-apigateway-request-validator";
const NONE: RequestValidatorSettings = { checksParameters: false, checksBody: false };

/** Reads the table of request validators and which of them each method uses. */
export class RequestValidatorReader {
  readonly #reader: DefinitionReader;
  readonly #validators = new Map<string, RequestValidatorSettings>();
  readonly #rootChoice: RequestValidatorSettings;

  constructor(reader: DefinitionReader, root: Members) {
    this.#reader = reader;
    const pointer = pointerTo("", TABLE);
    for (const [name, value] of Object.entries(
      reader.object(reader.member(root, TABLE), pointer),
    )) {
      const at = pointerTo(pointer, name);
      const validator = reader.object(value, at);
      const flag = (key: string) =>
        reader.boolean(reader.member(validator, key), pointerTo(at, key));
      this.#validators.set(name, {
        checksParameters: flag("validateRequestParameters"),
        checksBody: flag("validateRequestBody"),
      });
    }
    this.#rootChoice = this.#read(root, "") ?? NONE;
  }

  /** The operation's own choice wins over the root's. */
  readMethod(operation: Members, pointer: string): RequestValidatorSettings {
    return this.#read(operation, pointer) ?? this.#rootChoice;
  }

  #read(parent: Members, pointer: string): RequestValidatorSettings | null {
    const value = this.#reader.member(parent, CHOICE);
    if (value === undefined) return null;
    const at = pointerTo(pointer, CHOICE);
    const name = this.#reader.string(value, at);
    const validator = this.#validators.get(name);
    if (validator === undefined) {
      this.#reader.dangling(at, `the request validator ${JSON.stringify(name)} is not defined`);
    }
    return validator ?? NONE;
  }
}
