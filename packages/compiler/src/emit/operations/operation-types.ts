import type { Operation } from "@gatewright/contract";
import { type Code, code, identifier } from "../code.js";
import type { Imports } from "../imports.js";
import type { SchemaNames } from "../schema/schema-names.js";
import type { Direction, SchemaTable } from "../schema/schema-table.js";
import type { TypeScope } from "../schema/type-expression.js";
import { indexSignature, interfaceBody, NEVER } from "../schema/type-text.js";
import { inputMembers, requestMembers } from "./request-types.js";
import {
  headerTexts,
  replySignatures,
  responseDeclarations,
  responseTypes,
} from "./response-types.js";
import { statusName } from "./statuses.js";

/** What the types of one file's operations are written with. */
export interface OperationScope {
  readonly table: SchemaTable;
  readonly names: SchemaNames;
  readonly imports: Imports;
}

/** Every type name that an operation's declarations may use. */
export function operationTypeNames(operation: Operation): readonly string[] {
  const endings = ["Request", "Input", "Response", "Reply", "Method"];
  return [...endings, ...operation.responses.map(statusName)].map(
    (ending) => `${operation.typeName}${ending}`,
  );
}

/** The types of one operation for a service: request, input, responses, reply. */
export function operationDeclarations(
  operation: Operation,
  scope: OperationScope,
): readonly Code[] {
  const request = typeScope(scope, "request");
  const response = typeScope(scope, "response");
  const types = responseTypes(operation, response, "service");
  const members = requestMembers(operation, request, "service");
  const name = (ending: string) => identifier(`${operation.typeName}${ending}`);
  return [
    code`/** What a caller sends. */
export interface ${name("Request")} ${bodyOrNothing(members)}`,
    code`/** What a handler receives: decoded, checked, defaults filled in. */
export interface ${name("Input")} ${bodyOrNothing(inputMembers(operation, request))}`,
    ...responseDeclarations(operation, types, headerTexts),
    code`/** How a handler answers: one call signature per declared status. */
export interface ${name("Reply")} {
  ${replySignatures(operation, types, { scope: response, imports: scope.imports })}
}`,
  ];
}

/** The scope of types that are written into a file beside `schemas`, in one direction. */
export function typeScope(
  { table, names, imports }: OperationScope,
  direction: Direction,
  module = "../schemas.js",
): TypeScope {
  return {
    table,
    direction,
    binary: "string",
    nameOf: (schema, way) => imports.type(module, names.nameOf(schema, way)).toString(),
  };
}

/** An object type that takes nothing, where there is nothing to say. */
function bodyOrNothing(members: Parameters<typeof interfaceBody>[0]): Code {
  return interfaceBody(members.length === 0 ? [indexSignature(NEVER)] : members);
}
