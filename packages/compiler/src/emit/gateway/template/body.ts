import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject } from "../../../source/json-object.js";
import type { Deployment } from "../deployed-functions.js";
import { embeddedBody } from "../embedded-body.js";

/** The definition inside a CloudFormation template. */
export function templateBody({ definition, functions }: Deployment): Json {
  const logicalIds = new Map(functions.map(({ name, logicalId }) => [name, logicalId]));
  return embeddedBody(
    withoutIntrinsicNames(definition),
    functions.map(({ name }) => name),
    (name) => ({
      "Fn::Sub": `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${logicalIds.get(name) ?? ""}.Arn}/invocations`,
    }),
  );
}

/** CloudFormation evaluates an object with such a key wherever it stands. */
function isIntrinsic(name: string): boolean {
  return name === "Ref" || name.startsWith("Fn::");
}

/**
 * The definition without names that CloudFormation would take for functions: a model says less about an object with a
 * property called `Ref`, and a response does not declare a header called so.
 */
function withoutIntrinsicNames(definition: JsonObject): JsonObject {
  const visit = (value: Json, key: string): Json => {
    if (isList(value)) {
      return value.map((item) => visit(item, ""));
    }
    if (!isObject(value)) {
      return value;
    }
    const { properties } = value;
    const isUnsayable = isObject(properties) && Object.keys(properties).some(isIntrinsic);
    const entries = Object.entries(value).filter(
      ([name]) =>
        !(isUnsayable && (name === "properties" || name === "additionalProperties")) &&
        !(key === "headers" && isIntrinsic(name)),
    );
    return Object.fromEntries(entries.map(([name, item]) => [name, visit(item, name)]));
  };
  const visited = visit(definition, "");
  return isObject(visited) ? visited : definition;
}
