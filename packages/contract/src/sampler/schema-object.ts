import type { Json, JsonObject, Schema } from "../json.js";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Array.isArray` does not narrow readonly arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A keyword's value where a schema stands; undefined when there is none. */
export function schemaAt(schema: JsonObject, keyword: string): Schema | undefined {
  return asSchema(own(schema, keyword));
}

export function asSchema(value: Json | undefined): Schema | undefined {
  return typeof value === "boolean" || isObject(value) ? value : undefined;
}

/** Schemas of a keyword that holds a list of them. */
export function schemasAt(schema: JsonObject, keyword: string): readonly Schema[] {
  const list = own(schema, keyword);
  return isList(list) ? list.map(asSchema).filter((item) => item !== undefined) : [];
}

/** Schemas of a keyword that holds them by name, such as `properties`. */
export function namedSchemasAt(
  schema: JsonObject,
  keyword: string,
): readonly (readonly [string, Schema])[] {
  const table = own(schema, keyword);
  return isObject(table)
    ? Object.entries(table).flatMap(([name, value]) => {
        const named = asSchema(value);
        return named === undefined ? [] : [[name, named] as const];
      })
    : [];
}

export function numberAt(schema: JsonObject, keyword: string): number | undefined {
  const value = own(schema, keyword);
  return typeof value === "number" ? value : undefined;
}

export function textAt(schema: JsonObject, keyword: string): string | undefined {
  const value = own(schema, keyword);
  return typeof value === "string" ? value : undefined;
}

export function textsAt(schema: JsonObject, keyword: string): readonly string[] {
  const value = own(schema, keyword);
  return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A property that is the object's own: schemas have properties called `constructor`. */
export function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Equality of JSON values: numbers by value, objects without regard to order. */
export function isEqual(one: Json, other: Json): boolean {
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((item, index) => {
        const counterpart = other[index];
        return counterpart !== undefined && isEqual(item, counterpart);
      })
    );
  }
  if (isObject(one)) {
    const names = Object.keys(one);
    return (
      isObject(other) &&
      names.length === Object.keys(other).length &&
      names.every((name) => {
        const [mine, theirs] = [own(one, name), own(other, name)];
        return mine !== undefined && theirs !== undefined && isEqual(mine, theirs);
      })
    );
  }
  return one === other;
}

/** Characters as JSON Schema counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) {
    length++;
  }
  return length;
}

const compiled = new Map<string, RegExp | null>();

/** A `pattern` as validators read it; null when it is not a regular expression of JavaScript. */
export function regExpOf(pattern: string): RegExp | null {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    try {
      expression = new RegExp(pattern, "u");
    } catch {
      expression = null;
    }
    compiled.set(pattern, expression);
  }
  return expression;
}
