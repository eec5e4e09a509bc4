import type { Contract, Schema, SourceRef } from "@gatewright/contract";
import { alphanumericNames } from "../names.js";
import type { SchemaTable } from "../schema-table.js";
import type { Direction } from "./relaxed-names.js";
import { type Reaches, reaches } from "./schema-closure.js";

/** What a model is made from. */
export interface Source {
  readonly schema: Schema;
  readonly at: SourceRef;
  readonly direction: Direction;
}

/** Which model stands for which schema. */
export interface Naming {
  /** Models of named schemas, in document order. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly renamed: ReadonlyMap<string, string>;
  /** True when requests and responses differ. */
  readonly isDirectional: Reaches;
  named(name: string, direction: Direction): string;
  inline(hint: string, owner: string): string;
}

/** A schema with `readOnly` or `writeOnly` properties has one model for requests and one for responses. */
export function nameModels(contract: Contract, table: SchemaTable): Naming {
  const names = alphanumericNames(contract.schemas.map(({ name }) => name));
  const isDirectional = reaches(
    table,
    (schema) =>
      typeof schema === "object" && (schema.readOnly === true || schema.writeOnly === true),
  );
  const models = new Map<string, { readonly request: string; readonly response: string }>();
  const sources = new Map<string, Source>();
  const renamed = new Map<string, string>();
  for (const { name, schema, at } of contract.schemas) {
    const response = names.take(name);
    const request = isDirectional(schema)
      ? names.take(`${name}Request`, `${name} in requests`)
      : response;
    models.set(name, { request, response });
    sources.set(response, { schema, at, direction: "response" });
    if (request !== response) {
      sources.set(request, { schema, at, direction: "request" });
    }
    for (const model of [request, response]) {
      if (model !== name) {
        renamed.set(model, name);
      }
    }
  }
  return {
    sources,
    renamed,
    isDirectional,
    named: (name, direction) => models.get(name)?.[direction] ?? name,
    inline: (hint, owner) => names.take(hint, owner),
  };
}
