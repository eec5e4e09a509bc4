import type { Json, JsonObject, Schema } from "@gatewright/contract";
import { Code, identifier } from "../code.js";
import { comment } from "../comment.js";
import type { Direction, SchemaTable } from "./schema-table.js";
import { referencedName } from "./schema-table.js";
import {
  isList,
  isObject,
  isSchema,
  member,
  schemaList,
  schemaMap,
  stringList,
  typeList,
} from "./subschemas.js";
import {
  arrayOf,
  atom,
  indexSignature,
  intersectionOf,
  literalType,
  type MemberText,
  NEVER,
  objectOf,
  property,
  type TypeText,
  tupleOf,
  UNKNOWN,
  unionOf,
} from "./type-text.js";

/**
 * A property that is required and not described further. Joined with a schema that describes it as optional,
 * it makes it required, which `unknown` would not.
 */
const DEFINED = unionOf([atom(new Code("{}")), literalType(null)]);

/** What an optional property is to a reader who compiles without `exactOptionalPropertyTypes`. */
const UNDEFINED = atom(identifier("undefined"));

/** What the types of one file are written with. */
export interface TypeScope {
  readonly table: SchemaTable;
  readonly direction: Direction;
  /** The type's name for a named schema; whoever gives it notes that the file uses it. */
  nameOf(schemaName: string, direction: Direction): string;
  /** The type of bytes where the schema says `format: binary`; text in JSON. */
  readonly binary: "string" | "Blob" | "Uint8Array";
  /**
   * References that must not be written at the top of the type that is being written, because they lead
   * back to it: TypeScript refuses `type A = B | C; type B = A & D`.
   */
  readonly breaks?: ReadonlySet<string>;
  /** Properties that are not there, as the whole composition says that is being written. */
  readonly hidden?: ReadonlySet<string>;
}

/** The TypeScript type of the values that a schema accepts; wider where TypeScript cannot say it. */
export function typeExpression(schema: Schema, outer: TypeScope): TypeText {
  if (schema === true) return UNKNOWN;
  if (schema === false) return NEVER;
  const scope = withHidden(schema, outer);
  const name = referencedName(schema);
  const parts: TypeText[] = [];
  if (name !== null) parts.push(referenceType(name, scope));
  const alternatives = [...alternativeTypes(schema, scope)];
  for (const part of schemaList(schema, "allOf")) parts.push(allOfPart(part, scope));
  parts.push(...alternatives);
  const own = ownType(schema, scope);
  const isBare = parts.some((part) => part.text.toString() !== "unknown") && isBareObject(schema);
  return intersectionOf(isBare ? parts : [...parts, own]);
}

/** Members of an object type, in document order: what an interface holds. */
export function objectMembers(schema: JsonObject, outer: TypeScope): readonly MemberText[] {
  const scope = withHidden(schema, outer);
  const inner = within(scope);
  const required = new Set(stringList(schema, "required"));
  const declared = schemaMap(schema, "properties");
  const members = declared
    .filter(([name]) => !scope.hidden.has(name))
    .map(([name, value]) =>
      property(name, typeExpression(value, inner), {
        isOptional: !required.has(name),
        comment: schemaComment(value),
      }),
    );
  const names = new Set(declared.map(([name]) => name));
  const rest = restType(schema, inner);
  if (rest === null || rest.text.toString() !== "never") {
    for (const name of required) {
      if (!names.has(name) && !scope.hidden.has(name))
        members.push(property(name, rest ?? DEFINED, { isOptional: false }));
    }
  }
  if (rest !== null && rest.text.toString() !== "never") {
    const absent = members.some(({ isOptional }) => isOptional) ? [UNDEFINED] : [];
    members.push(indexSignature(unionOf([rest, ...members.map(({ type }) => type), ...absent])));
  }
  if (members.length === 0) return [indexSignature(rest ?? UNKNOWN)];
  return members;
}

/** True when a schema is written as an interface: an object and nothing but an object. */
export function isPlainObject(schema: Schema): schema is JsonObject {
  if (typeof schema === "boolean" || hasComposition(schema)) return false;
  const types = typeList(schema);
  return types.length === 0 ? isObjectLike(schema) : types.length === 1 && types[0] === "object";
}

/** What a property or a type says of itself. */
export function schemaComment(schema: Schema): Code {
  if (typeof schema === "boolean") return comment(undefined);
  const text = member(schema, "description") ?? member(schema, "title");
  return comment(typeof text === "string" ? text : undefined, {
    isDeprecated: member(schema, "deprecated") === true,
  });
}

/** The scope of a composition, from its outermost schema on. */
function withHidden(
  schema: JsonObject,
  scope: TypeScope,
): TypeScope & { readonly hidden: ReadonlySet<string> } {
  const hidden = scope.hidden ?? scope.table.hiddenNames(schema, scope.direction);
  return { ...scope, hidden };
}

/** The scope of what lies inside: another value, where a reference cannot make a type circular. */
function within(scope: TypeScope): TypeScope {
  const { breaks: _breaks, hidden: _hidden, ...rest } = scope;
  return rest;
}

function referenceType(name: string, scope: TypeScope): TypeText {
  if (scope.table.find(name) === undefined || scope.breaks?.has(name)) return UNKNOWN;
  return atom(identifier(scope.nameOf(name, scope.direction)));
}

/** A part of `allOf` that leads back to the type itself gives its own properties in place. */
function allOfPart(part: Schema, scope: TypeScope): TypeText {
  const name = referencedName(part);
  if (name === null || !scope.breaks?.has(name)) return typeExpression(part, scope);
  const target = scope.table.resolve(part);
  return typeof target === "boolean" ? UNKNOWN : ownType(target, scope);
}

function* alternativeTypes(schema: JsonObject, scope: TypeScope): Generator<TypeText> {
  for (const keyword of ["oneOf", "anyOf"]) {
    const members = schemaList(schema, keyword);
    if (members.length === 0) continue;
    const others = members.filter((part) => !scope.breaks?.has(referencedName(part) ?? ""));
    yield unionOf(
      others.map((part) => {
        const tag = discriminatorTag(schema, part, scope);
        return tag === null
          ? typeExpression(part, scope)
          : intersectionOf([typeExpression(part, scope), tag]);
      }),
    );
  }
}

/** `{ readonly petType: "cat" }` for a member of a discriminated union whose own type does not tell. */
function discriminatorTag(schema: JsonObject, part: Schema, scope: TypeScope): TypeText | null {
  const discriminator = member(schema, "discriminator");
  const name = referencedName(part);
  if (!isObject(discriminator) || name === null || typeof part === "boolean") return null;
  const propertyName = member(discriminator, "propertyName");
  if (typeof propertyName !== "string") return null;
  const resolved = scope.table.resolve(declaredProperty(part, propertyName, scope.table) ?? true);
  if (typeof resolved === "boolean") return null;
  if (Object.hasOwn(resolved, "const") || Object.hasOwn(resolved, "enum")) return null;
  if (!typeList(resolved).includes("string") || scope.table.isHidden(resolved, scope.direction))
    return null;
  const mapping = member(discriminator, "mapping");
  const keys = Object.entries(isObject(mapping) ? mapping : {})
    .filter(([, target]) => target === name || target === member(part, "$ref"))
    .map(([key]) => key);
  const values = keys.length === 0 ? [name] : keys;
  return objectOf([
    property(propertyName, unionOf(values.map(literalType)), { isOptional: false }),
  ]);
}

/** The schema of a property, of a schema itself or of what it extends. */
function declaredProperty(
  schema: Schema,
  name: string,
  table: SchemaTable,
  depth = 0,
): Schema | undefined {
  const resolved = table.resolve(schema);
  if (typeof resolved === "boolean" || depth > 8) return undefined;
  const own = schemaMap(resolved, "properties").find(([declared]) => declared === name);
  if (own) return own[1];
  for (const part of schemaList(resolved, "allOf")) {
    const inherited = declaredProperty(part, name, table, depth + 1);
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

function ownType(schema: JsonObject, scope: TypeScope): TypeText {
  if (Object.hasOwn(schema, "const")) return literalType(schema.const ?? null);
  const types = typeList(schema);
  const values = member(schema, "enum");
  if (isList(values)) {
    const fitting = values.filter(
      (value) => types.length === 0 || types.some((type) => fits(value, type)),
    );
    return unionOf(fitting.map(literalType));
  }
  if (types.length > 0) return unionOf(types.map((type) => typeOf(type, schema, scope)));
  if (isObjectLike(schema)) return typeOf("object", schema, scope);
  if (Object.hasOwn(schema, "items") || Object.hasOwn(schema, "prefixItems")) {
    return typeOf("array", schema, scope);
  }
  return UNKNOWN;
}

function typeOf(type: string, schema: JsonObject, scope: TypeScope): TypeText {
  switch (type) {
    case "string":
      return literalName(member(schema, "format") === "binary" ? scope.binary : "string");
    case "integer":
    case "number":
      return literalName("number");
    case "boolean":
    case "null":
      return literalName(type);
    case "array":
      return arrayType(schema, within(scope));
    case "object":
      return objectType(schema, scope);
    default:
      return UNKNOWN;
  }
}

function objectType(schema: JsonObject, scope: TypeScope): TypeText {
  return objectOf(objectMembers(schema, scope));
}

function arrayType(schema: JsonObject, scope: TypeScope): TypeText {
  const items = member(schema, "items");
  const itemType = isSchema(items) ? typeExpression(items, scope) : UNKNOWN;
  const first = schemaList(schema, "prefixItems");
  if (first.length === 0) return arrayOf(itemType);
  const minItems = member(schema, "minItems");
  const maxItems = member(schema, "maxItems");
  const isClosed = typeof maxItems === "number" && maxItems <= first.length;
  return tupleOf(
    first.map((item) => typeExpression(item, scope)),
    typeof minItems === "number" ? minItems : 0,
    isClosed ? NEVER : itemType,
  );
}

/** What undeclared properties are: null when the schema says nothing of them, `never` when there are none. */
function restType(schema: JsonObject, scope: TypeScope): TypeText | null {
  const patterns = schemaMap(schema, "patternProperties").map(([, value]) =>
    typeExpression(value, scope),
  );
  const additional =
    member(schema, "additionalProperties") ?? member(schema, "unevaluatedProperties");
  if (isSchema(additional)) return unionOf([...patterns, typeExpression(additional, scope)]);
  return patterns.length > 0 ? UNKNOWN : null;
}

function isObjectLike(schema: JsonObject): boolean {
  return ["properties", "additionalProperties", "patternProperties", "required"].some((keyword) =>
    Object.hasOwn(schema, keyword),
  );
}

/** `type: object` and nothing that its type would show: it adds nothing to what it is joined with. */
function isBareObject(schema: JsonObject): boolean {
  const says = [
    "properties",
    "additionalProperties",
    "patternProperties",
    "const",
    "enum",
    "required",
  ];
  return (
    typeList(schema).includes("object") && !says.some((keyword) => Object.hasOwn(schema, keyword))
  );
}

function hasComposition(schema: JsonObject): boolean {
  return ["$ref", "allOf", "anyOf", "oneOf", "const", "enum"].some((keyword) =>
    Object.hasOwn(schema, keyword),
  );
}

function fits(value: Json, type: string): boolean {
  if (value === null) return type === "null";
  if (isList(value)) return type === "array";
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function literalName(name: string): TypeText {
  return atom(identifier(name));
}
