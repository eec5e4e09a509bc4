import type {
  Contract,
  Json,
  MediaType,
  Operation,
  ParameterLocation,
  Response,
  Schema,
  SourceRef,
} from "@gatewright/contract";
import { mediaTypeRow } from "../operations/operation-row.js";
import { circularReferences } from "../schema/circularity.js";
import type { Direction, SchemaTable } from "../schema/schema-table.js";
import { isObject, schemaMap, typeList } from "../schema/subschemas.js";
import { type ValidatorScope, validatorSchema } from "./validator-schema.js";

/** A schema that gets a validator, and where it comes from. */
export interface PlannedSchema {
  readonly id: string;
  readonly schema: Schema;
  readonly at: SourceRef;
}

/** The ids of one operation's validators, in the form of the tables of `validators.js`. */
export interface PlannedParts {
  readonly parameters?: string;
  readonly headers?: string;
  readonly body?: readonly (readonly [mediaType: string, id: string])[];
}

export interface ValidatorPlan {
  readonly schemas: readonly PlannedSchema[];
  /** By operation identifier; operations with nothing to check are left out. */
  readonly requests: readonly (readonly [string, PlannedParts])[];
  /** By operation identifier, then by status. */
  readonly responses: readonly (readonly [string, readonly (readonly [string, PlannedParts])[]])[];
}

/** Which validators a contract needs. Equal schemas share one, and a body that is a named schema uses that schema's. */
export function planValidators(contract: Contract, table: SchemaTable): ValidatorPlan {
  const planner = new Planner(table, JSON.stringify(contract).includes('"unevaluated'));
  const requests = contract.operations.flatMap((operation) => {
    const parts = planner.request(operation);
    return Object.keys(parts).length === 0 ? [] : [[operation.identifier, parts] as const];
  });
  const responses = contract.operations.flatMap((operation) => {
    const statuses = operation.responses.flatMap((response) => {
      const parts = planner.response(response);
      return Object.keys(parts).length === 0 ? [] : [[response.status, parts] as const];
    });
    return statuses.length === 0 ? [] : [[operation.identifier, statuses] as const];
  });
  return { schemas: planner.schemas, requests, responses };
}

const GROUPS: readonly (readonly [ParameterLocation, string])[] = [
  ["path", "path"],
  ["query", "query"],
  ["header", "headers"],
  ["cookie", "cookies"],
];

class Planner {
  readonly schemas: PlannedSchema[] = [];
  readonly #table: SchemaTable;
  readonly #hasUnevaluated: boolean;
  readonly #circular: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #named = new Set<string>();
  readonly #inline = new Map<string, string>();

  constructor(table: SchemaTable, hasUnevaluated: boolean) {
    this.#hasUnevaluated = hasUnevaluated;
    this.#table = table;
    this.#circular = circularReferences(table);
  }

  request(operation: Operation): PlannedParts {
    const parameters = this.#parameters(operation);
    const body = this.#bodies(operation.requestBody?.content ?? [], "request");
    return {
      ...(parameters !== null && { parameters }),
      ...(body.length > 0 && { body }),
    };
  }

  response(response: Response): PlannedParts {
    const headers = this.#headers(response);
    const body = this.#bodies(response.content, "response");
    return {
      ...(headers !== null && { headers }),
      ...(body.length > 0 && { body }),
    };
  }

  #parameters({ parameters, at }: Operation): string | null {
    const groups = GROUPS.flatMap(([place, group]) => {
      const members = parameters.filter((parameter) => parameter.in === place);
      if (members.length === 0) return [];
      const properties = members.map((parameter): [string, Schema] => [
        place === "header" ? parameter.name.toLowerCase() : parameter.name,
        validatorSchema(parameter.schema, this.#scope("request", parameter.at)),
      ]);
      const required = members
        .filter((parameter) => parameter.required)
        .map(({ name }) => (place === "header" ? name.toLowerCase() : name));
      return [[group, objectSchema(properties, required)] as const];
    });
    if (groups.length === 0) return null;
    return this.#add(
      objectSchema(
        groups,
        groups.map(([group]) => group),
      ),
      at,
    );
  }

  #headers({ headers, at }: Response): string | null {
    if (headers.length === 0) return null;
    const properties = headers.map((header): [string, Schema] => [
      header.name.toLowerCase(),
      validatorSchema(header.schema, this.#scope("response", header.at)),
    ]);
    const required = headers
      .filter((header) => header.required)
      .map(({ name }) => name.toLowerCase());
    return this.#add(objectSchema(properties, required), at);
  }

  #bodies(
    content: readonly MediaType[],
    direction: Direction,
  ): readonly (readonly [string, string])[] {
    return content.flatMap((media) => {
      if (media.schema === null || !isChecked(media, this.#table)) return [];
      const schema = this.#bodySchema(media, direction);
      if (schema === true || (typeof schema === "object" && Object.keys(schema).length === 0))
        return [];
      return [[media.mediaType, this.#add(schema, media.at)] as const];
    });
  }

  #bodySchema(media: MediaType, direction: Direction): Schema {
    const scope = this.#scope(direction, media.at, media.kind === "multipart");
    if (media.kind !== "multipart") return validatorSchema(media.schema ?? true, scope);
    const files = fileNames(media, this.#table);
    const resolved = this.#table.resolve(media.schema ?? true);
    if (files.size === 0 || typeof resolved === "boolean") return validatorSchema(resolved, scope);
    const properties = schemaMap(resolved, "properties").map(([name, value]): [string, Schema] => [
      name,
      files.has(name) ? true : value,
    ]);
    return validatorSchema({ ...resolved, properties: Object.fromEntries(properties) }, scope);
  }

  #scope(direction: Direction, at: SourceRef, hasFiles = false): ValidatorScope {
    return {
      table: this.#table,
      direction,
      hasFiles,
      hasUnevaluated: this.#hasUnevaluated,
      at,
      idOf: (name, scope) => this.#idOf(name, scope),
    };
  }

  /** One validator per named schema, or per direction where the two differ. */
  #idOf(name: string, scope: ValidatorScope): string {
    const named = this.#table.find(name);
    const index = this.#table.indexOf(name);
    const face =
      named && this.#table.isTwoFaced(name) ? (scope.direction === "request" ? "i" : "o") : "";
    const id = `s${index}${face}${scope.hasFiles ? "f" : ""}`;
    if (named === undefined || this.#named.has(id)) return id;
    this.#named.add(id);
    const { at, schema } = named;
    const own = this.#scope(scope.direction, at, scope.hasFiles);
    const breaks = this.#circular.get(name) ?? new Set();
    this.schemas.push({ id, schema: validatorSchema(schema, { ...own, breaks }), at });
    return id;
  }

  #add(schema: Schema, at: SourceRef): string {
    const only = typeof schema === "object" ? Object.entries(schema) : [];
    if (only.length === 1 && only[0]?.[0] === "$ref") return String(only[0][1]);
    const key = JSON.stringify(schema);
    const known = this.#inline.get(key);
    if (known !== undefined) return known;
    const id = `v${this.#inline.size}`;
    this.#inline.set(key, id);
    this.schemas.push({ id, schema, at });
    return id;
  }
}

function objectSchema(
  properties: readonly (readonly [string, Schema])[],
  required: readonly string[],
): Schema {
  const declared = properties.filter(([name]) => name !== "__proto__");
  const awkward = properties.filter(([name]) => name === "__proto__");
  const parts: [string, Json][] = [["type", "object"]];
  if (declared.length > 0) parts.push(["properties", Object.fromEntries(declared)]);
  for (const [, schema] of awkward) parts.push(["patternProperties", { "^__proto__$": schema }]);
  if (required.length > 0) parts.push(["required", required]);
  return Object.fromEntries(parts);
}

/** Bytes are not checked, and text only where its schema can be true of a text. */
function isChecked(media: MediaType, table: SchemaTable): boolean {
  if (media.kind === "binary") return false;
  if (media.kind !== "text") return true;
  const resolved = table.resolve(media.schema ?? true);
  if (!isObject(resolved)) return resolved === false;
  const types = typeList(resolved);
  return types.length === 0 || types.includes("string");
}

/** Names of the parts that are files: their bytes are not checked. */
function fileNames(media: MediaType, table: SchemaTable): ReadonlySet<string> {
  const fields = Object.entries(mediaTypeRow(media, table).fields ?? {});
  return new Set(fields.filter(([, field]) => field.isBinary).map(([name]) => name));
}
