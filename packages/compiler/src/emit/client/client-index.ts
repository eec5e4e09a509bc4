import type { Contract, Operation } from "@gatewright/contract";
import { Code, code, identifier, literalKey, propertyKey } from "../code.js";
import { comment, generatedHeader } from "../comment.js";
import type { EmittedFile } from "../emitter.js";
import { file } from "../file.js";
import { Imports } from "../imports.js";
import { statusesOf, statusName } from "../operations/statuses.js";
import type { TagFile } from "../operations/tag-files.js";
import { type ClientNames, PASSED_TYPES, PASSED_VALUES, rowName } from "./client-names.js";
import { operationComment } from "./client-types.js";

interface IndexScope {
  readonly names: ClientNames;
  /** Types that `client/schemas.ts` exports. */
  readonly schemaTypes: readonly string[];
}

/** The SDK's entry: the whole client, the picked one, and every type by name. */
export function indexFile(
  contract: Contract,
  files: readonly TagFile[],
  { names, schemaTypes }: IndexScope,
): EmittedFile {
  const imports = new Imports([names.client, names.create, names.pick]);
  const moduleOf = new Map(
    files.flatMap(({ name, operations }) => operations.map(({ id }) => [id, `./${name}.js`])),
  );
  const module = (operation: Operation): string => moduleOf.get(operation.id) ?? "";
  const methods = contract.operations.map(
    (operation) =>
      code`${[
        operationComment(operation),
        code`readonly ${propertyKey(operation.identifier)}: ${imports.type(module(operation), `${operation.typeName}Method`)};`,
      ]}`,
  );
  const rows = contract.operations.map((operation) => {
    const local = imports.value(module(operation), rowName(operation));
    const key = literalKey(operation.identifier);
    return `${key}` === `${local}` ? code`${local},` : code`${key}: ${local},`;
  });
  const runtime = (name: string) => imports.type("@gatewright/client", name);
  const createClient = imports.value("@gatewright/client", "createClient");
  const client = identifier(names.client);
  const about = comment(`The ${contract.info.title} API: one method per operation.`);
  const body = code`${exportsOf(files, { names, schemaTypes })}

${about}
export interface ${client} {
  ${methods}
}

/** A client with every operation of the API. */
export function ${identifier(names.create)}(options: ${runtime("ClientOptions")}): ${client} {
  return ${createClient}<${client}>(
    {
      ${rows}
    },
    options,
  );
}

/** A client with these operations only; a bundler leaves the others out. */
export function ${identifier(names.pick)}<Picked extends ${runtime("OperationTable")}>(
  operations: Picked,
  options: ${runtime("ClientOptions")},
): ${runtime("PickedClient")}<Picked> {
  return ${createClient}<${runtime("PickedClient")}<Picked>>(operations, options);
}
`;
  return file(
    "client/index.ts",
    code`${generatedHeader(contract)}\n${imports.toCode()}\n\n${body}`,
  );
}

function exportsOf(files: readonly TagFile[], { names, schemaTypes }: IndexScope): Code {
  const schemas = schemaTypes.map((name) => renamed(name, names.schemaExport(name)));
  return code`${[
    exportList("export", PASSED_VALUES.map(plain), "@gatewright/client"),
    exportList("export type", PASSED_TYPES.map(plain), "@gatewright/client"),
    exportList("export type", schemas, "./schemas.js"),
    ...files.flatMap(({ name, operations }) => [
      exportList(
        "export",
        operations.map((operation) => renamed(rowName(operation), names.rowExport(operation))),
        `./${name}.js`,
      ),
      exportList("export type", operations.flatMap(typeNames).map(plain), `./${name}.js`),
    ]),
  ]}`;
}

/** Types that the file of an operation's tag declares for it. */
function typeNames(operation: Operation): readonly string[] {
  const responses = operation.responses.filter(
    (response) => statusesOf(response, operation).length > 0,
  );
  return ["Request", "Response", "Method", ...responses.map(statusName)].map(
    (ending) => `${operation.typeName}${ending}`,
  );
}

function exportList(keyword: string, names: readonly Code[], module: string): Code {
  if (names.length === 0) return new Code("");
  const flat = code`${new Code(keyword)} { ${new Code(names.join(", "))} } from ${module};`;
  if (flat.toString().length <= 100) return flat;
  return code`${new Code(keyword)} {\n  ${names.map((name) => code`${name},`)}\n} from ${module};`;
}

function plain(name: string): Code {
  return identifier(name);
}

function renamed(name: string, exported: string): Code {
  return name === exported
    ? identifier(name)
    : code`${identifier(name)} as ${identifier(exported)}`;
}
