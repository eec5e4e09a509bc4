import type { Contract } from "@gatewright/contract";
import { unusedName } from "../unused-name.js";
import type { Direction, SchemaTable } from "./schema-table.js";

/** The TypeScript names of a contract's schemas: one each, or two where what is sent differs from what is read. */
export class SchemaNames {
  readonly #read = new Map<string, string>();
  readonly #sent = new Map<string, string>();

  constructor(contract: Contract, table: SchemaTable) {
    const taken = new Set(contract.schemas.map((named) => named.typeName));
    for (const { name, typeName } of contract.schemas) {
      this.#read.set(name, typeName);
      this.#sent.set(
        name,
        table.isTwoFaced(name) ? unusedName(`${typeName}Input`, taken) : typeName,
      );
    }
  }

  /** Every type name, in document order. */
  all(): readonly string[] {
    return [...this.#read].flatMap(([name, read]) => [
      ...new Set([read, this.nameOf(name, "request")]),
    ]);
  }

  /** The type of what is sent (`request`) or read (`response`) under a schema's name. */
  nameOf(schemaName: string, direction: Direction): string {
    const name = (direction === "request" ? this.#sent : this.#read).get(schemaName);
    if (name === undefined)
      throw new TypeError(`no schema is called ${JSON.stringify(schemaName)}`);
    return name;
  }
}
