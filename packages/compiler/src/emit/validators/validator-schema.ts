import {
  isFormatName,
  type Json,
  type JsonObject,
  type Schema,
  type SourceRef,
} from "@gatewright/contract";
import { EmitError } from "../emit-error.js";
import { type Direction, referencedName, type SchemaTable } from "../schema/schema-table.js";
import {
  isList,
  isObject,
  isSchema,
  member,
  SUBSCHEMA_KEYWORDS,
  schemaList,
  schemaMap,
  stringList,
} from "../schema/subschemas.js";
import { conditionAsAlternatives, refuseUnseenItems } from "./unevaluated.js";

/** What a schema is checked as. */
export interface ValidatorScope {
  readonly table: SchemaTable;
  readonly direction: Direction;
  /** True in multipart bodies, where `format: binary` is the bytes of a file and not a text. */
  readonly hasFiles: boolean;
  /** True when any schema of the contract says `unevaluatedProperties` or `unevaluatedItems`. */
  readonly hasUnevaluated: boolean;
  /** The id under which a named schema's validator is known; asking for it makes it part of the output. */
  idOf(name: string, scope: ValidatorScope): string;
  /** Where the schema that is being translated is written. */
  readonly at: SourceRef;
  /** Properties that are not there, as the whole composition says that is being translated. */
  readonly hidden?: ReadonlySet<string>;
  /** References that lead back to the schema that is being translated, with the same value: see `circularity.ts`. */
  readonly breaks?: ReadonlySet<string>;
}

/** Keywords that are passed on as they are. Whatever is not named here or translated below says nothing. */
const PLAIN_KEYWORDS = [
  "type",
  "const",
  "enum",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxContains",
  "minContains",
  "maxProperties",
  "minProperties",
] as const;

/**
 * The schema that ajv compiles: known keywords only, references by id, without the properties that `required` cannot
 * ask for in this direction, and with what ajv gets wrong rewritten.
 */
export function validatorSchema(schema: Schema, outer: ValidatorScope): Schema {
  if (typeof schema === "boolean") return schema;
  refuseDynamic(schema, outer);
  refuseUnseenItems(schema, outer);
  if (outer.hasFiles && member(schema, "format") === "binary") return true;
  const scope = {
    ...outer,
    hidden: outer.hidden ?? outer.table.hiddenNames(schema, outer.direction),
  };
  const parts: [string, Json][] = [];
  const name = referencedName(schema);
  if (name !== null && scope.table.find(name) !== undefined && !scope.breaks?.has(name)) {
    parts.push(["$ref", scope.idOf(name, scope)]);
  }
  for (const keyword of PLAIN_KEYWORDS) {
    const value = member(schema, keyword);
    if (value !== undefined) parts.push([keyword, value]);
  }
  const format = member(schema, "format");
  if (typeof format === "string" && isFormatName(format)) parts.push(["format", format]);
  const required = stringList(schema, "required").filter((property) => !scope.hidden.has(property));
  if (required.length > 0) parts.push(["required", [...new Set(required)]]);
  parts.push(
    ...singleParts(schema, scope),
    ...mapParts(schema, scope),
    ...listParts(schema, scope),
  );
  const translated = withPrefixApart(Object.fromEntries(parts));
  return scope.hasUnevaluated ? conditionAsAlternatives(translated) : translated;
}

/**
 * `prefixItems` in a part of its own. Inside of `not` and `if` ajv stops at the first error, and then passes over what
 * follows `prefixItems` when the array is shorter.
 */
function withPrefixApart(translated: JsonObject): JsonObject {
  const { prefixItems, items, ...rest } = translated;
  const follows = Object.hasOwn(rest, "contains") || Object.hasOwn(rest, "uniqueItems");
  if (prefixItems === undefined || !follows) return translated;
  const apart: Schema = items === undefined ? { prefixItems } : { prefixItems, items };
  return { ...rest, allOf: [...schemaList(rest, "allOf"), apart] };
}

/** Keywords whose schemas check the value itself, not something inside of it. */
const IN_PLACE: ReadonlySet<string> = new Set(["not", "if", "then", "else"]);

function singleParts(schema: JsonObject, scope: ValidatorScope): readonly [string, Json][] {
  return SUBSCHEMA_KEYWORDS.one.flatMap((keyword): [string, Json][] => {
    const value = member(schema, keyword);
    if (keyword === "contentSchema" || !isSchema(value)) return [];
    return [[keyword, validatorSchema(value, IN_PLACE.has(keyword) ? scope : inside(scope))]];
  });
}

/** Maps of schemas. `__proto__` is a name like any other; ajv passes over it, so it becomes a pattern. */
function mapParts(schema: JsonObject, scope: ValidatorScope): readonly [string, Json][] {
  const properties = schemaMap(schema, "properties").map(([name, value]): [string, Schema] => [
    name,
    validatorSchema(value, inside(scope)),
  ]);
  const patterns = schemaMap(schema, "patternProperties").map(([name, value]): [string, Schema] => [
    name,
    validatorSchema(value, inside(scope)),
  ]);
  const awkward = properties.filter(([name]) => isProto(name));
  const maps: readonly (readonly [string, readonly (readonly [string, Json])[]])[] = [
    ["properties", properties.filter(([name]) => !isProto(name))],
    [
      "patternProperties",
      [...patterns, ...awkward.map(([, value]) => [PROTO_PATTERN, value] as const)],
    ],
    ["dependentSchemas", dependentSchemas(schema, scope).filter(([name]) => !isProto(name))],
    ["dependentRequired", dependentRequired(schema).filter(([name]) => !isProto(name))],
  ];
  return maps
    .filter(([, entries]) => entries.length > 0)
    .map(([keyword, entries]) => [keyword, Object.fromEntries(entries)]);
}

function listParts(schema: JsonObject, scope: ValidatorScope): readonly [string, Json][] {
  const lists = new Map<string, Schema[]>();
  for (const keyword of SUBSCHEMA_KEYWORDS.list) {
    const inner = keyword === "prefixItems" ? inside(scope) : scope;
    const value = member(schema, keyword);
    if (!isList(value) || value.length === 0) continue;
    const schemas = value.filter(isSchema).flatMap((part) => listedSchema(part, keyword, inner));
    if (schemas.length > 0) lists.set(keyword, schemas);
  }
  const conditions = [
    ...dependentSchemas(schema, scope),
    ...dependentRequired(schema).map(([name, required]): [string, Schema] => [name, { required }]),
  ]
    .filter(([name]) => isProto(name))
    .map(([name, then]): Schema => ({ if: { type: "object", required: [name] }, then }));
  if (conditions.length > 0) lists.set("allOf", [...(lists.get("allOf") ?? []), ...conditions]);
  return [...lists];
}

/**
 * A part that leads back to the whole would be checked for ever. What is meant is: a child (`allOf`) has
 * the properties of its parent, and no alternative is the whole itself.
 */
function listedSchema(part: Schema, keyword: string, scope: ValidatorScope): readonly Schema[] {
  const name = referencedName(part);
  if (name === null || !scope.breaks?.has(name)) return [validatorSchema(part, scope)];
  const target = scope.table.resolve(part);
  if (keyword !== "allOf" || typeof target === "boolean") return [];
  const { oneOf: _oneOf, anyOf: _anyOf, allOf: _allOf, ...own } = target;
  return [validatorSchema(own, scope)];
}

const PROTO_PATTERN = "^__proto__$";

function isProto(name: string): boolean {
  return name === "__proto__";
}

function dependentSchemas(schema: JsonObject, scope: ValidatorScope): readonly [string, Schema][] {
  return schemaMap(schema, "dependentSchemas").map(([name, value]) => [
    name,
    validatorSchema(value, scope),
  ]);
}

function dependentRequired(schema: JsonObject): readonly [string, readonly string[]][] {
  const value = member(schema, "dependentRequired");
  if (!isObject(value)) return [];
  return Object.keys(value).map((name) => [name, stringList(value, name)]);
}

/** The scope of what lies inside: another value, with properties of its own. */
function inside(scope: ValidatorScope): ValidatorScope {
  const { hidden: _hidden, breaks: _breaks, ...rest } = scope;
  return rest;
}

function refuseDynamic(schema: JsonObject, { at }: ValidatorScope): void {
  const keyword = ["$dynamicRef", "$recursiveRef"].find((name) => Object.hasOwn(schema, name));
  if (keyword === undefined) return;
  throw new EmitError({
    code: "GW3101",
    at,
    message: `${keyword} has a meaning that depends on the caller; a precompiled validator has none`,
    fix: "Replace it with a $ref to the schema that is meant.",
  });
}
