import type { Contract, JsonObject, NamedSchema, Schema } from "@gatewright/contract";
import { member, schemaList, schemaMap, subschemas } from "./subschemas.js";

/** Which way a value travels: what a schema asks of it depends on that through `readOnly` and `writeOnly`. */
export type Direction = "request" | "response";

const HIDDEN_BY = { request: "readOnly", response: "writeOnly" } as const;

const REF_PREFIX = "#/components/schemas/";

/** The name that a schema's `$ref` gives, or null when it has none. */
export function referencedName(schema: Schema): string | null {
  const ref = typeof schema === "boolean" ? undefined : member(schema, "$ref");
  if (typeof ref !== "string" || !ref.startsWith(REF_PREFIX)) return null;
  return ref.slice(REF_PREFIX.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The named schemas of a contract, and what is known of them when references are followed. */
export class SchemaTable {
  readonly all: readonly NamedSchema[];
  readonly #byName: ReadonlyMap<string, NamedSchema>;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #twoFaced: ReadonlySet<string>;

  constructor(contract: Contract) {
    this.all = contract.schemas;
    this.#byName = new Map(contract.schemas.map((named) => [named.name, named]));
    this.#indexes = new Map(contract.schemas.map(({ name }, index) => [name, index]));
    this.#twoFaced = this.#findTwoFaced();
  }

  find(name: string): NamedSchema | undefined {
    return this.#byName.get(name);
  }

  /** The place of a named schema in the contract; -1 for a name that nothing has. */
  indexOf(name: string): number {
    return this.#indexes.get(name) ?? -1;
  }

  /** The schema behind a chain of references that carry nothing else; `true` when the chain ends nowhere. */
  resolve(schema: Schema): Schema {
    let current = schema;
    for (let step = 0; step < 100; step += 1) {
      const name = referencedName(current);
      if (name === null) return current;
      current = this.find(name)?.schema ?? true;
    }
    return true;
  }

  /** True when what is sent and what is read under this name are different shapes. */
  isTwoFaced(name: string): boolean {
    return this.#twoFaced.has(name);
  }

  /** True for a property that is not there in this direction: `readOnly` in requests, `writeOnly` in responses. */
  isHidden(property: Schema, direction: Direction): boolean {
    return this.#isMarked(property, HIDDEN_BY[direction], new Set());
  }

  /**
   * Names of the properties that are not there in this direction, whichever part of a composition says so: one
   * part may require what another declares as `readOnly`.
   */
  hiddenNames(schema: Schema, direction: Direction): ReadonlySet<string> {
    const names = new Set<string>();
    this.#collectHidden(schema, direction, names, new Set());
    return names;
  }

  #collectHidden(
    schema: Schema,
    direction: Direction,
    names: Set<string>,
    seen: Set<string>,
  ): void {
    if (typeof schema === "boolean") return;
    for (const [name, value] of schemaMap(schema, "properties")) {
      if (this.isHidden(value, direction)) names.add(name);
    }
    const target = referencedName(schema);
    if (target !== null && !seen.has(target)) {
      seen.add(target);
      this.#collectHidden(this.find(target)?.schema ?? true, direction, names, seen);
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) {
      for (const part of schemaList(schema, keyword))
        this.#collectHidden(part, direction, names, seen);
    }
  }

  #isMarked(schema: Schema, keyword: "readOnly" | "writeOnly", seen: Set<string>): boolean {
    if (typeof schema === "boolean") return false;
    if (member(schema, keyword) === true) return true;
    const name = referencedName(schema);
    if (name !== null && !seen.has(name)) {
      seen.add(name);
      if (this.#isMarked(this.find(name)?.schema ?? true, keyword, seen)) return true;
    }
    return schemaList(schema, "allOf").some((part) => this.#isMarked(part, keyword, seen));
  }

  #findTwoFaced(): ReadonlySet<string> {
    const users = new Map<string, string[]>();
    const found: string[] = [];
    for (const { name, schema } of this.all) {
      const facts = this.#facts(schema);
      if (facts.hasHidden) found.push(name);
      for (const used of facts.references) {
        const list = users.get(used);
        if (list) list.push(name);
        else users.set(used, [name]);
      }
    }
    const twoFaced = new Set(found);
    for (const name of found) {
      for (const user of users.get(name) ?? []) {
        if (twoFaced.has(user)) continue;
        twoFaced.add(user);
        found.push(user);
      }
    }
    return twoFaced;
  }

  #facts(schema: Schema): {
    readonly hasHidden: boolean;
    readonly references: ReadonlySet<string>;
  } {
    const references = new Set<string>();
    let hasHidden = false;
    const open: Schema[] = [schema];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const name = referencedName(next);
      if (name !== null) references.add(name);
      if (typeof next !== "boolean") hasHidden ||= this.#hasHiddenProperty(next);
      open.push(...subschemas(next));
    }
    return { hasHidden, references };
  }

  #hasHiddenProperty(schema: JsonObject): boolean {
    return schemaMap(schema, "properties").some(
      ([, property]) => this.isHidden(property, "request") || this.isHidden(property, "response"),
    );
  }
}
