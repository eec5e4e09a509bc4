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
  readonly #twoFaced: ReadonlySet<string>;

  constructor(contract: Contract) {
    this.all = contract.schemas;
    this.#byName = new Map(contract.schemas.map((named) => [named.name, named]));
    this.#twoFaced = this.#findTwoFaced();
  }

  find(name: string): NamedSchema | undefined {
    return this.#byName.get(name);
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

  #facts(schema: Schema): { readonly hasHidden: boolean; readonly references: ReadonlySet<string> } {
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
