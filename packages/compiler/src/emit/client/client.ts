import type { Contract, Operation } from "@gatewright/contract";
import { Code, code, identifier, joined } from "../code.js";
import { comment, generatedHeader } from "../comment.js";
import type { EmittedFile, Emitter } from "../emitter.js";
import { file } from "../file.js";
import { Imports } from "../imports.js";
import { operationTypeNames } from "../operations/operation-types.js";
import { type TagFile, tagFiles } from "../operations/tag-files.js";
import { SchemaNames } from "../schema/schema-names.js";
import { SchemaTable } from "../schema/schema-table.js";
import { schemaDeclarations } from "../schema/schema-types.js";
import { indexFile } from "./client-index.js";
import { clientNames, credentialNames, rowName } from "./client-names.js";
import { clientRow, type RowScope } from "./client-row.js";
import { clientDeclarations } from "./client-types.js";

const RESERVED_FILES = ["index", "schemas", "credentials"];

/**
 * Writes `client/`: the source of an SDK, complete in itself. Types and rows are split by tag, and every row is a
 * constant of its own, so that a bundle carries the operations that it calls.
 */
export const clientEmitter: Emitter = {
  name: "client",
  needs: [],
  emit(contract, { settings }) {
    const table = new SchemaTable(contract);
    const names = new SchemaNames(contract, table);
    const files = tagFiles(contract, RESERVED_FILES);
    const credentials = credentialNames(contract.securitySchemes);
    const schemes = contract.securitySchemes;
    const schemaTypes = names.all();
    return [
      indexFile(contract, files, {
        names: clientNames(contract, settings.typeName, schemaTypes),
        schemaTypes,
      }),
      schemasFile(contract, table, names),
      ...credentialsFile(contract, credentials),
      ...files.map((group) => tagFile(contract, group, { table, names, schemes, credentials })),
    ];
  },
};

function schemasFile(contract: Contract, table: SchemaTable, names: SchemaNames): EmittedFile {
  const declarations =
    table.all.length === 0 ? new Code("export {};") : schemaDeclarations(table, names);
  return file("client/schemas.ts", code`${generatedHeader(contract)}\n\n${declarations}\n`);
}

function credentialsFile(
  contract: Contract,
  credentials: ReadonlyMap<string, string>,
): readonly EmittedFile[] {
  if (credentials.size === 0) return [];
  const writers = contract.securitySchemes.flatMap(({ name, type, description }) => {
    const constant = credentials.get(name);
    if (type.kind !== "apiKey" || constant === undefined) return [];
    return [
      code`${[
        comment(description),
        code`export const ${identifier(constant)} = /* @__PURE__ */ apiKey(${name}, ${type.in}, ${type.name});`,
      ]}`,
    ];
  });
  return [
    file(
      "client/credentials.ts",
      code`${generatedHeader(contract)}
import { apiKey } from "@gatewright/client";

${writers}
`,
    ),
  ];
}

function tagFile(
  contract: Contract,
  { name, operations }: TagFile,
  facts: Omit<RowScope, "imports"> & { readonly names: SchemaNames },
): EmittedFile {
  const globals = ["Blob", "ArrayBuffer", "Uint8Array", "FormData"];
  const imports = new Imports([
    ...operations.flatMap(operationTypeNames),
    ...operations.map(rowName),
    ...globals,
  ]);
  const scope = { ...facts, imports };
  const sections = operations.flatMap((operation) => [
    ...clientDeclarations(operation, scope),
    row(operation, scope),
  ]);
  return file(
    `client/${name}.ts`,
    code`${generatedHeader(contract)}
${imports.toCode()}

${joined(sections, "\n\n")}
`,
  );
}

function row(operation: Operation, scope: RowScope): Code {
  const type = scope.imports.type("@gatewright/client", "ClientOperation");
  const method = identifier(`${operation.typeName}Method`);
  return code`export const ${identifier(rowName(operation))}: ${type}<${method}> = ${clientRow(operation, scope)};`;
}
