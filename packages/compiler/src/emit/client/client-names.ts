import type { Contract, Operation, SecurityScheme } from "@gatewright/contract";
import { operationTypeNames } from "../operations/operation-types.js";
import { unusedName } from "../unused-name.js";

/** Words that cannot be the name of a constant in a module. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield undefined"
  ).split(" "),
);

/** Runtime names that the SDK passes on, so that its users need one package. */
export const PASSED_VALUES = [
  "ApiError",
  "ClientError",
  "NetworkError",
  "RequestError",
  "TimeoutError",
  "UnexpectedResponseError",
] as const;
export const PASSED_TYPES = [
  "CallOptions",
  "ClientErrorCode",
  "ClientOptions",
  "Credential",
  "OperationTable",
  "PickedClient",
  "RetryOptions",
] as const;

/** The constant that holds an operation's row in the file of its tag. */
export function rowName({ identifier }: Operation): string {
  return RESERVED.has(identifier) ? `${identifier}_` : identifier;
}

/** What the SDK's index exports, by its own name and by the one in its file. All names are different. */
export interface ClientNames {
  /** The interface, for example `Whiteboard`. */
  readonly client: string;
  readonly create: string;
  readonly pick: string;
  /** Exported name of an operation's row: its identifier, unless that is taken. */
  rowExport(operation: Operation): string;
  /** Exported name of a schema's type: its own, unless that is taken. */
  schemaExport(typeName: string): string;
}

/** Names of one SDK. The SDK's own and those of operations come first; a schema that is in their way gets an ending. */
export function clientNames(
  contract: Contract,
  typeName: string,
  schemaTypes: readonly string[],
): ClientNames {
  const create = `create${typeName}`;
  const pick = `pick${typeName}`;
  const taken = new Set<string>([...PASSED_VALUES, ...PASSED_TYPES, typeName, create, pick]);
  const rows = new Map(
    contract.operations.map(({ identifier }) => {
      const name = taken.has(identifier) ? `${identifier}Operation` : identifier;
      return [identifier, unusedName(name, taken)];
    }),
  );
  for (const name of contract.operations.flatMap(operationTypeNames)) taken.add(name);
  const schemas = new Map(
    schemaTypes.map((name) => [name, unusedName(taken.has(name) ? `${name}Schema` : name, taken)]),
  );
  return {
    client: typeName,
    create,
    pick,
    rowExport: ({ identifier }) => rows.get(identifier) ?? identifier,
    schemaExport: (name) => schemas.get(name) ?? name,
  };
}

/** Names of the constants for `apiKey` schemes, in `client/credentials.ts`. */
export function credentialNames(schemes: readonly SecurityScheme[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    schemes
      .filter(({ type }) => type.kind === "apiKey")
      .map(({ name }) => {
        const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
        const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
        return [name, unusedName(`with${joined === "" ? "Key" : joined}`, taken)];
      }),
  );
}
