import type { Operation, Response } from "@gatewright/contract";
import { Code, code, identifier, joined, literal } from "../code.js";
import { comment } from "../comment.js";
import type { Imports } from "../imports.js";
import { type TypeScope, typeExpression } from "../schema/type-expression.js";
import {
  atom,
  indexSignature,
  interfaceBody,
  type MemberText,
  objectOf,
  property,
  type TypeText,
  unionOf,
} from "../schema/type-text.js";
import { bodyType, type Side } from "./body-type.js";
import { statusesOf, statusName } from "./statuses.js";

/** A declared response, and the types that are written for it. */
export interface ResponseTypes {
  readonly response: Response;
  readonly statuses: readonly number[];
  /** Name of its interface, for example `ListMessages200`. */
  readonly name: string;
  readonly body: TypeText;
}

/** The responses that stand for at least one status, in document order. */
export function responseTypes(
  operation: Operation,
  scope: TypeScope,
  side: Side,
): readonly ResponseTypes[] {
  return operation.responses.flatMap((response) => {
    const statuses = statusesOf(response, operation);
    if (statuses.length === 0) return [];
    const name = `${operation.typeName}${statusName(response)}`;
    return [{ response, statuses, name, body: bodyType(response.content, scope, side) }];
  });
}

/** The union of an operation's answers and the interface of each. */
export function responseDeclarations(
  operation: Operation,
  types: readonly ResponseTypes[],
  headersOf: (response: Response) => TypeText,
): readonly Code[] {
  const members = types.map(({ name }) => atom(identifier(name)));
  const union = code`/** What a caller gets: one member per declared status. */
export type ${identifier(`${operation.typeName}Response`)} = ${unionOf(members).text};`;
  return [
    union,
    ...types.map((type) => {
      const body = interfaceBody([
        property("status", statusUnion(type.statuses), { isOptional: false }),
        property("headers", headersOf(type.response), { isOptional: false }),
        property("body", type.body, { isOptional: false }),
      ]);
      return code`${[
        comment(type.response.description),
        code`export interface ${identifier(type.name)} ${body}`,
      ]}`;
    }),
  ];
}

/** Headers as they arrive: text, those that the contract requires for certain. */
export function headerTexts(response: Response): TypeText {
  const text = atom(identifier("string"));
  const required = response.headers
    .filter((header) => header.required)
    .map((header) => property(header.name.toLowerCase(), text, { isOptional: false }));
  const rest = unionOf([text, atom(identifier("undefined"))]);
  return objectOf([...required, indexSignature(rest)], 90);
}

/** One call signature per declared status; statuses that are answered alike share one. */
export function replySignatures(
  operation: Operation,
  types: readonly ResponseTypes[],
  { scope, imports }: { readonly scope: TypeScope; readonly imports: Imports },
): readonly Code[] {
  const byShape = new Map<string, { statuses: number[]; shape: Signature }>();
  for (const { response, statuses, name: typeName, body } of types) {
    const shape = signature({ response, body, typeName }, { scope, imports });
    const key = `${shape.generics}(${shape.rest})`;
    const known = byShape.get(key);
    if (known) known.statuses.push(...statuses);
    else byShape.set(key, { statuses: [...statuses], shape });
  }
  if (types.length === 0) return [undeclaredReply(operation, imports)];
  const reply = code`${imports.type("@gatewright/contract", "Reply")}<${operation.identifier}>`;
  return [...byShape.values()].map(({ statuses, shape }) => {
    const status = code`status: ${statusUnion(statuses.toSorted((one, other) => one - other)).text}`;
    const parameters = [status, ...shape.rest];
    const flat = code`${shape.generics}(${joined(parameters, ", ")}): ${reply};`;
    if (flat.toString().length <= 98 && !flat.toString().includes("\n")) return flat;
    return code`${shape.generics}(\n  ${parameters.map((part) => code`${part},`)}\n): ${reply};`;
  });
}

/** An operation that declares no response says nothing of its answers. */
function undeclaredReply(operation: Operation, imports: Imports): Code {
  const reply = imports.type("@gatewright/contract", "Reply");
  return code`(status: number, body?: unknown): ${reply}<${operation.identifier}>;`;
}

interface Signature {
  readonly generics: Code;
  readonly rest: readonly Code[];
}

function signature(
  { response, body, typeName }: { response: Response; body: TypeText; typeName: string },
  { scope, imports }: { readonly scope: TypeScope; readonly imports: Imports },
): Signature {
  const headers = headerArgument(response, scope);
  if (response.content.length === 0) {
    const none = new Code(headers?.isRequired ? "body: undefined" : "body?: undefined");
    return { generics: new Code(""), rest: headers === null ? [] : [none, headers.text] };
  }
  const tail = headers === null ? [] : [headers.text];
  if (isLoose(body)) return { generics: new Code(""), rest: [code`body: ${body.text}`, ...tail] };
  const isName = /^[\p{ID_Continue}$]+$/u.test(body.text.toString());
  const declared = isName ? body.text : code`${identifier(typeName)}["body"]`;
  const exact = imports.type("@gatewright/contract", "Exact");
  return {
    generics: code`<Body extends ${declared}>`,
    rest: [code`body: ${exact}<${declared}, Body>`, ...tail],
  };
}

/** Types that have no property too many: nothing to compare. */
function isLoose(type: TypeText): boolean {
  return /^(?:unknown|string|number|boolean|null|undefined|Uint8Array|-?[\d.]+|"[^"\\]*")$/.test(
    type.text.toString(),
  );
}

function headerArgument(
  response: Response,
  scope: TypeScope,
): { readonly text: Code; readonly isRequired: boolean } | null {
  if (response.headers.length === 0) return null;
  const members: readonly MemberText[] = response.headers.map((header) =>
    property(header.name.toLowerCase(), typeExpression(header.schema, scope), {
      isOptional: !header.required,
    }),
  );
  const isRequired = response.headers.some((header) => header.required);
  const name = new Code(isRequired ? "headers" : "headers?");
  return { text: code`${name}: ${objectOf(members).text}`, isRequired };
}

function statusUnion(statuses: readonly number[]): TypeText {
  return unionOf(statuses.map((status) => atom(literal(status))));
}
