import type { Operation, Response } from "@gatewright/contract";
import { type Code, code, identifier } from "../code.js";
import { comment } from "../comment.js";
import type { Imports } from "../imports.js";
import { type OperationScope, typeScope } from "../operations/operation-types.js";
import { requestMembers } from "../operations/request-types.js";
import {
  type ResponseTypes,
  responseDeclarations,
  responseTypes,
} from "../operations/response-types.js";
import {
  atom,
  interfaceBody,
  intersectionOf,
  objectOf,
  property,
  type TypeText,
  unionOf,
} from "../schema/type-text.js";

/** The types of one operation for a caller: request, responses, and the method itself. */
export function clientDeclarations(operation: Operation, scope: OperationScope): readonly Code[] {
  const { imports } = scope;
  const request = typeScope(scope, "request", "./schemas.js");
  const response = typeScope(scope, "response", "./schemas.js");
  const members = requestMembers(operation, request, "sdk");
  const types = responseTypes(operation, response, "sdk");
  const name = (ending: string) => identifier(`${operation.typeName}${ending}`);
  const isOptional = members.every((entry) => entry.isOptional);
  const method = imports.type("@gatewright/client", isOptional ? "OptionalMethod" : "Method");
  const declared =
    members.length === 0
      ? code`export type ${name("Request")} = ${imports.type("@gatewright/client", "EmptyRequest")};`
      : code`export interface ${name("Request")} ${interfaceBody(members)}`;
  return [
    code`/** What a caller sends. */\n${declared}`,
    ...responseDeclarations(operation, types, (declaredResponse) =>
      headers(declaredResponse, imports),
    ),
    code`${[
      operationComment(operation),
      wrapped(
        code`export interface ${name("Method")}`,
        code`extends ${method}<${name("Request")}, ${name("Response")}, ${successType(types).text}> {}`,
      ),
    ]}`,
  ];
}

function wrapped(start: Code, end: Code): Code {
  const flat = code`${start} ${end}`;
  return flat.toString().length <= 100 ? flat : code`${start}\n  ${end}`;
}

/** What an operation does, and its request line. */
export function operationComment(operation: Operation): Code {
  const text = operation.summary ?? operation.description?.split(/\n\s*\n/, 1)[0];
  const line = `\`${operation.method} ${operation.path}\``;
  if (text === undefined || text.trim() === "") return comment(line, operation);
  const sentence = /[.!?:]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
  return comment(`${sentence} ${line}`, operation);
}

/** The bodies of 2xx answers: what `orThrow` gives. */
function successType(types: readonly ResponseTypes[]): TypeText {
  const successes = types.filter(({ statuses }) => statuses.some((status) => status < 300));
  const isWhole = successes.every(({ statuses }) => statuses.every((status) => status < 300));
  const [only] = successes;
  if (only && successes.length === 1 && isWhole) return bodyOf(only);
  return unionOf(successes.map(bodyOf));
}

/** The body's own type when it is a name, else the place where it is written. */
function bodyOf({ name, body }: ResponseTypes): TypeText {
  const isShort = /^[\p{ID_Continue}$<>[\] ]{1,60}$/u.test(body.text.toString());
  return isShort ? body : atom(code`${identifier(name)}["body"]`);
}

function headers(response: Response, imports: Imports): TypeText {
  const all = atom(imports.type("@gatewright/client", "ResponseHeaders"));
  const required = response.headers
    .filter((header) => header.required)
    .map((header) =>
      property(header.name.toLowerCase(), atom(identifier("string")), { isOptional: false }),
    );
  return required.length === 0 ? all : intersectionOf([all, objectOf(required)]);
}
