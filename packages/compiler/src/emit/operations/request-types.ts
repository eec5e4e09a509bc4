import type { Operation, Parameter, ParameterLocation } from "@gatewright/contract";
import { comment } from "../comment.js";
import { type TypeScope, typeExpression } from "../schema/type-expression.js";
import { type MemberText, objectOf, property } from "../schema/type-text.js";
import { bodyType, type Side } from "./body-type.js";
import { parameterDefault } from "./operation-row.js";

const GROUPS: readonly (readonly [ParameterLocation, string])[] = [
  ["path", "path"],
  ["query", "query"],
  ["header", "headers"],
  ["cookie", "cookies"],
];

/** What a caller sends: `path`, `query`, `headers`, `cookies` and `body`, as far as the operation has them. */
export function requestMembers(
  operation: Operation,
  scope: TypeScope,
  side: Side,
): readonly MemberText[] {
  const groups = groupMembers(operation, scope, (parameter) => parameter.required);
  return [
    ...groups.map(({ name, members }) =>
      property(name, objectOf(members), { isOptional: members.every((entry) => entry.isOptional) }),
    ),
    ...bodyMember(operation, scope, side),
  ];
}

/** What a handler receives: every group is there, and so is every parameter that has a default. */
export function inputMembers(operation: Operation, scope: TypeScope): readonly MemberText[] {
  const groups = groupMembers(
    operation,
    scope,
    (parameter) => parameter.required || parameterDefault(parameter, scope.table) !== undefined,
  );
  return [
    ...groups.map(({ name, members }) => property(name, objectOf(members), { isOptional: false })),
    ...bodyMember(operation, scope, "service"),
  ];
}

function groupMembers(
  operation: Operation,
  scope: TypeScope,
  isThere: (parameter: Parameter) => boolean,
): readonly { readonly name: string; readonly members: readonly MemberText[] }[] {
  return GROUPS.flatMap(([location, name]) => {
    const members = operation.parameters
      .filter((parameter) => parameter.in === location)
      .map((parameter) =>
        property(
          location === "header" ? parameter.name.toLowerCase() : parameter.name,
          typeExpression(parameter.schema, scope),
          { isOptional: !isThere(parameter), comment: parameterComment(parameter) },
        ),
      );
    return members.length === 0 ? [] : [{ name, members }];
  });
}

function parameterComment(parameter: Parameter) {
  return comment(parameter.description, { isDeprecated: parameter.isDeprecated });
}

function bodyMember(operation: Operation, scope: TypeScope, side: Side): readonly MemberText[] {
  const { requestBody } = operation;
  if (requestBody === null || requestBody.content.length === 0) return [];
  return [
    property("body", bodyType(requestBody.content, scope, side), {
      isOptional: !requestBody.required,
      comment: comment(requestBody.description),
    }),
  ];
}
