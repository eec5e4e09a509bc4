import type { NamedSchema } from "@gatewright/contract";
import { type Code, code, identifier, joined } from "../code.js";
import { circularReferences } from "./circularity.js";
import type { SchemaNames } from "./schema-names.js";
import type { Direction, SchemaTable } from "./schema-table.js";
import {
  isPlainObject,
  objectMembers,
  schemaComment,
  type TypeScope,
  typeExpression,
} from "./type-expression.js";
import { interfaceBody } from "./type-text.js";

/** A declaration for every named schema, in document order, with an empty line between. */
export function schemaDeclarations(table: SchemaTable, names: SchemaNames): Code {
  const circular = circularReferences(table);
  const declarations = table.all.flatMap((named) => {
    const directions: readonly Direction[] = table.isTwoFaced(named.name)
      ? ["response", "request"]
      : ["response"];
    return directions.map((direction) => declaration(named, direction, { table, names, circular }));
  });
  return joined(declarations, "\n\n");
}

function declaration(
  { name, schema }: NamedSchema,
  direction: Direction,
  { table, names, circular }: Facts,
): Code {
  const scope: TypeScope = {
    table,
    direction,
    binary: "string",
    nameOf: (used, way) => names.nameOf(used, way),
    breaks: circular.get(name) ?? new Set(),
  };
  const own = identifier(names.nameOf(name, direction));
  const body = isPlainObject(schema)
    ? code`export interface ${own} ${interfaceBody(objectMembers(schema, scope))}`
    : code`export type ${own} = ${typeExpression(schema, scope).text};`;
  return code`${[schemaComment(schema), body]}`;
}

interface Facts {
  readonly table: SchemaTable;
  readonly names: SchemaNames;
  readonly circular: ReadonlyMap<string, ReadonlySet<string>>;
}
