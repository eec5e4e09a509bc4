import type { Json, JsonObject } from "@gatewright/contract";
import { isObject, own } from "../../../source/json-object.js";
import { escapeToken } from "../../../source/source-ref.js";

/** Collects what is wrong with a definition, each with its JSON Pointer. */
export class ProblemList {
  readonly found: string[] = [];

  add(pointer: string, message: string): void {
    this.found.push(`${pointer === "" ? "/" : pointer}: ${message}`);
  }

  expect(isRight: boolean, pointer: string, message: string): void {
    if (!isRight) {
      this.add(pointer, message);
    }
  }

  /** Reports members whose names are not listed. */
  only(object: JsonObject, pointer: string, known: readonly string[]): void {
    for (const name of Object.keys(object)) {
      this.expect(known.includes(name), at(pointer, name), "is not in the documented subset");
    }
  }

  /** The members of an object; none, and a problem, for anything else that is there. */
  object(value: Json | undefined, pointer: string): JsonObject {
    if (value === undefined || isObject(value)) {
      return value ?? {};
    }
    this.add(pointer, "is not an object");
    return {};
  }

  member(parent: JsonObject, pointer: string, name: string): JsonObject {
    return this.object(own(parent, name), at(pointer, name));
  }
}

/** A JSON Pointer one step further. */
export function at(pointer: string, name: string | number): string {
  return `${pointer}/${escapeToken(String(name))}`;
}
