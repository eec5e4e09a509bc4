import type { Contract } from "@gatewright/contract";
import { isNativeScheme } from "../../api-gateway/requirement.js";
import { Code, code, joined, literal, literalKey, propertyKey } from "../code.js";
import { generatedHeader, lineComment } from "../comment.js";
import type { EmittedFile, Emitter } from "../emitter.js";
import { file } from "../file.js";
import { Imports } from "../imports.js";
import { SchemaNames } from "../schema/schema-names.js";
import { SchemaTable } from "../schema/schema-table.js";
import { schemaDeclarations } from "../schema/schema-types.js";
import { operationRow } from "./operation-row.js";
import {
  type OperationScope,
  operationDeclarations,
  operationTypeNames,
} from "./operation-types.js";
import { type TagFile, tagFiles } from "./tag-files.js";

/**
 * Writes the table that server and mocks read, `operations.js`, and the types: `schemas.d.ts` for what the
 * document names, `operations/<tag>.d.ts` for requests, inputs, responses and replies.
 */
export const operationsEmitter: Emitter = {
  name: "operations",
  needs: [],
  emit(contract) {
    const table = new SchemaTable(contract);
    const names = new SchemaNames(contract, table);
    return [
      tableFile(contract, table),
      tableTypes(contract),
      file("schemas.d.ts", code`${generatedHeader(contract)}\n\n${schemasOf(table, names)}\n`),
      ...tagFiles(contract).map((group) => typesFile(contract, group, { table, names })),
    ];
  },
};

function tableFile(contract: Contract, table: SchemaTable): EmittedFile {
  const nativeSchemes = contract.securitySchemes.filter(isNativeScheme).map(({ name }) => name);
  const rows = contract.operations.map(
    (operation) =>
      code`${literalKey(operation.identifier)}: ${literal(operationRow(operation, table, nativeSchemes))},`,
  );
  return file(
    "operations.js",
    code`${generatedHeader(contract)}

/** What server, mocks and SDK know of every operation, by identifier. */
export const operations = /* @__PURE__ */ Object.freeze({
  ${rows}
});
`,
  );
}

function tableTypes(contract: Contract): EmittedFile {
  const rows = contract.operations.map(
    (operation) => code`readonly ${propertyKey(operation.identifier)}: OperationRow;`,
  );
  const importLine =
    rows.length > 0 ? 'import type { OperationRow } from "@gatewright/contract";\n\n' : "";
  return file(
    "operations.d.ts",
    code`${generatedHeader(contract)}

${new Code(importLine)}/** What server, mocks and SDK know of every operation, by identifier. */
export declare const operations: {
  ${rows}
};
`,
  );
}

/** A module even when the document names no schema. */
function schemasOf(table: SchemaTable, names: SchemaNames): Code {
  return table.all.length === 0 ? new Code("export {};") : schemaDeclarations(table, names);
}

function typesFile(
  contract: Contract,
  { name, operations }: TagFile,
  facts: Omit<OperationScope, "imports">,
): EmittedFile {
  const declared = operations.flatMap(operationTypeNames);
  const imports = new Imports([...declared, "Body", "Uint8Array"]);
  const sections = operations.map((operation) =>
    joined(
      [
        lineComment(`${operation.method} ${operation.path}`),
        ...operationDeclarations(operation, { ...facts, imports }),
      ],
      "\n\n",
    ),
  );
  return file(
    `operations/${name}.d.ts`,
    code`${generatedHeader(contract)}
${imports.toCode()}

${joined(sections, "\n\n")}
`,
  );
}
