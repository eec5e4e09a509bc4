import type { Operation, Parameter } from "@gatewright/contract";
import { refusesBlank } from "./blank.js";
import { followReferences, type SchemaTable } from "./schema-table.js";
import { typesOf } from "./schema-types.js";

/** A parameter as a REST API method declares it: the five fields that count there. */
export interface MethodParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly type: "string" | "number" | "integer" | "boolean";
  readonly description?: string;
}

/** Why a method does not declare a parameter, or does not require one that the contract requires. */
export type ParameterLoss =
  | "cookie"
  | "name"
  | "clash"
  | "spelling"
  | "letter-case"
  | "blank"
  | "reserved";

export interface PlannedParameter {
  readonly parameter: Parameter;
  /** Null when the method does not declare it. */
  readonly declared: MethodParameter | null;
  readonly loss: ParameterLoss | null;
}

/** Recorded from AWS: other names are refused by an import and by PutMethod. */
const PARAMETER_NAME = /^[a-zA-Z0-9:._$-]+$/;

/** OpenAPI ignores header parameters of these names; their own fields say what they hold. */
const RESERVED_HEADERS = ["accept", "authorization", "content-type"];

/**
 * What a REST API method declares of an operation's parameters. `required` is kept where a gateway that
 * asks for "present and not blank" refuses nothing that the contract accepts.
 */
export function planParameters(
  operation: Operation,
  variables: ReadonlyMap<string, string>,
  table: SchemaTable,
): readonly PlannedParameter[] {
  const taken = new Set<string>();
  const order = { path: 0, query: 1, header: 2, cookie: 3 } as const;
  const sorted = [...operation.parameters].sort((one, other) => order[one.in] - order[other.in]);
  return sorted.map((written) => {
    const parameter = { ...written, schema: followReferences(written.schema, table) };
    const name = methodName(parameter, variables);
    const obstacle = obstacleOf(parameter, name, taken);
    if (obstacle !== null || parameter.in === "cookie") {
      return { parameter, declared: null, loss: obstacle };
    }
    taken.add(name.toLowerCase());
    const loss = requirementLoss(parameter);
    const declared: MethodParameter = {
      name,
      in: parameter.in,
      required: parameter.in === "path" || (parameter.required && loss === null),
      type: parameter.in === "path" ? "string" : typeName(parameter),
      ...(parameter.description && { description: parameter.description }),
    };
    return { parameter, declared, loss };
  });
}

function methodName({ name, in: location }: Parameter, variables: ReadonlyMap<string, string>) {
  const plain = name.endsWith("+") ? name.slice(0, -1) : name;
  return location === "path" ? (variables.get(plain) ?? plain) : name;
}

function obstacleOf(
  parameter: Parameter,
  name: string,
  taken: ReadonlySet<string>,
): ParameterLoss | null {
  if (parameter.in === "cookie") {
    return "cookie";
  }
  if (parameter.in === "header" && RESERVED_HEADERS.includes(name.toLowerCase())) {
    return "reserved";
  }
  if (parameter.in === "query" && spreadsOverNames(parameter)) {
    return "spelling";
  }
  if (!PARAMETER_NAME.test(name)) {
    return "name";
  }
  return taken.has(name.toLowerCase()) ? "clash" : null;
}

/** True when the parameter's own name is not on the wire: `filter[a]=1`, or an exploded object's properties. */
function spreadsOverNames({ style, explode, schema }: Parameter): boolean {
  return style === "deepObject" || (style === "form" && explode && mayBeObject(schema));
}

function mayBeObject(schema: Parameter["schema"]): boolean {
  const types = typesOf(schema);
  if (types === null) {
    return !(typeof schema === "object" && ("enum" in schema || "const" in schema));
  }
  return types.includes("object");
}

function requirementLoss(parameter: Parameter): ParameterLoss | null {
  if (!parameter.required || parameter.in === "path") {
    return null;
  }
  if (parameter.in === "header") {
    return "letter-case";
  }
  return parameter.mediaType === null && refusesBlank(parameter.schema) ? null : "blank";
}

function typeName({ schema }: Parameter): MethodParameter["type"] {
  const types = typesOf(schema);
  const [type, ...others] = types ?? [];
  return others.length === 0 && (type === "number" || type === "integer" || type === "boolean")
    ? type
    : "string";
}
