import type { Contract, MediaType, Operation, Response } from "@gatewright/contract";
import { type Code, code, identifier, literal, literalKey, propertyKey } from "../code.js";
import { comment, generatedHeader } from "../comment.js";
import type { EmitInput, Emitter } from "../emitter.js";
import { file } from "../file.js";
import { Imports } from "../imports.js";
import { tagFiles } from "../operations/tag-files.js";
import { SchemaTable } from "../schema/schema-table.js";
import { mockedSchema, reachedSchemas } from "./mocked-schemas.js";

/** Writes `mocks.ts`: msw handlers for the whole API, with the schemas and examples that answers are made from. */
export const mocksEmitter: Emitter = {
  name: "mocks",
  needs: ["operations", "validators"],
  emit(contract, { settings, lineOf }) {
    const table = new SchemaTable(contract);
    const mocks = identifier(`${settings.typeName}Mocks`);
    const create = identifier(`mock${settings.typeName}`);
    const imports = new Imports([`${mocks}`, `${create}`, "api"]);
    const runtime = (name: string) => imports.type("@gatewright/mock", name);
    const overrides = overrideMembers(contract, imports);
    const handler = imports.type("msw", "HttpHandler");
    const createMocks = imports.value("@gatewright/mock", "createMocks");
    for (const name of ["requestValidators", "responseValidators"])
      imports.value("./validators.js", name);
    imports.value("./operations.js", "operations");
    const about = comment(
      `What each operation of the ${contract.info.title} API answers in a test; one that is left out answers by the contract.`,
    );
    const body = code`export type { MockOptions, MockOverride } from "@gatewright/mock";

${about}
export interface ${mocks} {
  ${overrides}
}

/** One msw handler that answers for the whole API: \`setupServer(...${create}())\`. */
export function ${create}(
  overrides: ${mocks} = {},
  options: ${runtime("MockOptions")} = {},
): ${handler}[] {
  return ${createMocks}(api, { ...overrides }, options);
}

const api: ${runtime("MockedApi")} = {
  name: ${settings.slug},
  operations,
  requestValidators,
  responseValidators,
  responses: ${answers(contract, table)},
  schemas: ${literal(Object.fromEntries(reachedSchemas(contract, table)))},
  ${securitySchemes(contract)}
  sources: ${literal(sources(contract, lineOf))},
};
`;
    return [file("mocks.ts", code`${generatedHeader(contract)}\n${imports.toCode()}\n\n${body}`)];
  },
};

function overrideMembers(contract: Contract, imports: Imports): readonly Code[] {
  return tagFiles(contract).flatMap(({ name, operations }) =>
    operations.map((operation) => {
      const module = `./operations/${name}.js`;
      const input = imports.type(module, `${operation.typeName}Input`);
      const reply = imports.type(module, `${operation.typeName}Reply`);
      const override = imports.type("@gatewright/mock", "MockOverride");
      return code`readonly ${propertyKey(operation.identifier)}?: ${override}<${input}, ${reply}>;`;
    }),
  );
}

function answers(contract: Contract, table: SchemaTable): Code {
  const rows = contract.operations.map(
    ({ identifier: key, responses }) =>
      code`${literalKey(key)}: ${literal(
        Object.fromEntries(responses.map((each) => [each.status, answer(each, table)])),
      )},`,
  );
  return code`{\n  ${rows}\n}`;
}

function answer({ headers, content }: Response, table: SchemaTable): object {
  const declared = headers.map((header) => [
    header.name.toLowerCase(),
    { ...(header.required && { required: true }), schema: mockedSchema(header.schema, table) },
  ]);
  const bodies = content.map((media) => [media.mediaType, mockedContent(media, table)]);
  return {
    ...(declared.length > 0 && { headers: Object.fromEntries(declared) }),
    ...(bodies.length > 0 && { content: Object.fromEntries(bodies) }),
  };
}

function mockedContent({ schema, examples }: MediaType, table: SchemaTable): object {
  return {
    ...(schema !== null && { schema: mockedSchema(schema, table) }),
    ...(examples.length > 0 && { examples: examples.map(({ value }) => value) }),
  };
}

/** The schemes that operations ask for. */
function securitySchemes(contract: Contract): Code {
  const used = new Set(contract.operations.flatMap(schemeNames));
  const schemes = contract.securitySchemes
    .filter(({ name }) => used.has(name))
    .map(({ name, type }) => [name, type] as const);
  if (schemes.length === 0) return code``;
  return code`securitySchemes: ${literal(Object.fromEntries(schemes))},`;
}

function schemeNames({ security }: Operation): readonly string[] {
  if (security.kind !== "required") return [];
  return security.alternatives.flatMap(({ schemes }) => schemes.map(({ name }) => name));
}

function sources(contract: Contract, lineOf: EmitInput["lineOf"]): Record<string, string> {
  return Object.fromEntries(
    contract.operations.map(({ identifier: key, at }) => [key, lineOf(at)]),
  );
}
