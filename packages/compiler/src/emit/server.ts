import {
  type CodecName,
  type Contract,
  type Operation,
  requiredCodecs,
} from "@gatewright/contract";
import type { CorsSettings } from "../settings.js";
import { type Code, code, identifier, joined, literal, nothing, propertyKey } from "./code.js";
import { comment, generatedHeader } from "./comment.js";
import type { Emitter } from "./emitter.js";
import { file } from "./file.js";
import { Imports } from "./imports.js";
import { operationRow } from "./operations/operation-row.js";
import { tagFiles } from "./operations/tag-files.js";
import { SchemaTable } from "./schema/schema-table.js";

/** Writes `server.ts`: the handlers' types, the Lambda function, and a way to call handlers in tests. */
export const serverEmitter: Emitter = {
  name: "server",
  needs: ["operations", "validators"],
  emit(contract, { settings }) {
    const imports = new Imports([
      "Handlers",
      "OperationTypes",
      "createHandler",
      "createInvoke",
      "process",
    ]);
    const type = typeImporter(tagFiles(contract), imports);
    const runtime = (name: string) => imports.type("@gatewright/server", name);
    const handlers = contract.operations.map(
      (operation) =>
        code`${[
          comment(operation.summary ?? operation.description, operation),
          code`${propertyKey(operation.identifier)}: ${runtime("Handler")}<${type(operation, "Input")}, ${type(operation, "Reply")}, Services>;`,
        ]}`,
    );
    const types = contract.operations.map(
      (operation) =>
        code`${propertyKey(operation.identifier)}: { request: ${type(operation, "Request")}; response: ${type(operation, "Response")} };`,
    );
    imports.value("./operations.js", "operations");
    imports.value("./validators.js", "requestValidators");
    imports.value("./validators.js", "responseValidators");
    // An unused type parameter is an error, unless its name says that it is meant.
    const services = identifier(handlers.length === 0 ? "_Services" : "Services");
    const createLambda = imports.value("@gatewright/server", "createLambda");
    const createTypedInvoke = imports.value("@gatewright/server", "createInvoke");
    const checkResponses = imports.value("@gatewright/server", "checkResponses");
    const parts = partFields(contract, imports);
    const body = code`/** Set by the bundler or the platform; a bundler that knows it drops the checks of responses. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** One function per operation; a missing one is a compile error. */
export interface Handlers<${services} extends object = object> {
  ${handlers}
}

/** What callers send and get, per operation. */
export interface OperationTypes {
  ${types}
}

/** The Lambda function of this API. Responses are checked while \`NODE_ENV\` is not \`production\`. */
export function createHandler<Services extends object>(
  options: ${runtime("LambdaOptions")}<Handlers<Services>, Services>,
): ${runtime("Lambda")} {
  return ${createLambda}({
    ${corsField(settings.cors)}
    ...options,
    api: {
      operations,
      requestValidators,
      ${parts}
      responseChecks:
        process.env.NODE_ENV === "production" ? undefined : ${checkResponses}(responseValidators),
    },
  });
}

/** Calls one handler with what a client would send, without an event: for unit tests. Responses are always checked. */
export function createInvoke<Services extends object>(
  options: ${runtime("InvokeOptions")}<Handlers<Services>, Services>,
): ${runtime("Invoke")}<OperationTypes> {
  return ${createTypedInvoke}<OperationTypes>({
    ...options,
    api: { operations, requestValidators, responseValidators },
  });
}
`;
    return [file("server.ts", code`${generatedHeader(contract)}\n${imports.toCode()}\n\n${body}`)];
  },
};

function typeImporter(files: ReturnType<typeof tagFiles>, imports: Imports) {
  const moduleOf = new Map<string, string>();
  for (const { name, operations } of files) {
    for (const { identifier: key } of operations) moduleOf.set(key, `./operations/${name}.js`);
  }
  return (operation: Operation, ending: string): Code => {
    const module = moduleOf.get(operation.identifier) ?? "./operations/default.js";
    return imports.type(module, identifier(`${operation.typeName}${ending}`).toString());
  };
}

/** What a server exports for each codec. */
const CODECS: Readonly<Record<CodecName, string>> = {
  parameter: "styledParameter",
  form: "formBody",
  multipart: "multipartBody",
  text: "textBody",
  binary: "binaryBody",
  range: "mediaTypeKind",
};

/** Names what this contract's operations need beside JSON bodies and plain parameters: nothing else is bundled. */
function partFields(contract: Contract, imports: Imports): readonly Code[] {
  const table = new SchemaTable(contract);
  const needed = new Set(
    contract.operations.flatMap((operation) => requiredCodecs(operationRow(operation, table))),
  );
  const codecs = Object.entries(CODECS).flatMap(([name, exported]) => {
    const isNeeded = [...needed].some((each) => each === name);
    return isNeeded
      ? [code`${identifier(name)}: ${imports.value("@gatewright/server", exported)}`]
      : [];
  });
  const isProtected = contract.operations.some(({ security }) => security.kind === "required");
  const security = isProtected ? imports.value("@gatewright/server", "security") : null;
  return [
    ...(codecs.length > 0 ? [code`codecs: { ${joined(codecs, ", ")} },`] : []),
    ...(security === null
      ? []
      : [code`security${`${security}` === "security" ? nothing : code`: ${security}`},`]),
  ];
}

/** The fields of the settings that answers depend on; the rest is the gateway's. */
function corsField(cors: CorsSettings | null): Code {
  if (cors === null) return nothing;
  const { allowOrigins, exposeHeaders, allowCredentials } = cors;
  const options = {
    allowOrigins,
    ...(exposeHeaders.length > 0 && { exposeHeaders }),
    ...(allowCredentials && { allowCredentials }),
  };
  return code`cors: ${literal(options)},`;
}
