import type { JsonObject } from "@gatewright/contract";
import { isList, own } from "../../../source/json-object.js";
import { DEFINITION_BYTES } from "../../limits.js";
import { pathSegments } from "../../path-template.js";
import { checkSecuritySchemes } from "./authorizer-problems.js";
import { checkGatewayResponses } from "./gateway-response-problems.js";
import { checkMethod } from "./method-problems.js";
import { checkModel } from "./model-problems.js";
import { at, ProblemList } from "./problem-list.js";

const METHODS = ["get", "put", "post", "delete", "patch", "options", "head"];
const ROOT_FIELDS = [
  "openapi",
  "info",
  "paths",
  "components",
  "x-amazon-apigateway-api-key-source",
  "x-amazon-apigateway-binary-media-types",
  "x-amazon-apigateway-gateway-responses",
  "x-amazon-apigateway-minimum-compression-size",
  "x-amazon-apigateway-policy",
  "x-amazon-apigateway-request-validators",
];

/**
 * Everything in a REST API definition that is outside the subset an import is documented to take without a
 * warning; empty for what `restApiDefinition` makes of a contract that no rule complains about.
 */
export function restApiProblems(definition: JsonObject): readonly string[] {
  const problems = new ProblemList();
  problems.only(definition, "", ROOT_FIELDS);
  problems.expect(own(definition, "openapi") === "3.0.1", "/openapi", "is not 3.0.1");
  const bytes = Buffer.byteLength(JSON.stringify(definition));
  problems.expect(bytes <= DEFINITION_BYTES, "", "is larger than an import takes");
  const info = problems.member(definition, "", "info");
  problems.only(info, "/info", ["title", "version", "description"]);
  problems.expect(own(info, "title") !== "", "/info/title", "is empty");
  problems.expect(own(info, "description") !== "", "/info/description", "is empty");
  const components = problems.member(definition, "", "components");
  problems.only(components, "/components", ["schemas", "securitySchemes"]);
  const models = problems.member(components, "/components", "schemas");
  const securitySchemes = problems.member(components, "/components", "securitySchemes");
  for (const [name, model] of Object.entries(models)) {
    const place = at("/components/schemas", name);
    problems.expect(/^[A-Za-z0-9]+$/.test(name), place, "is not alphanumeric");
    const schema = problems.object(model, place);
    problems.expect(Object.keys(schema).length > 0, place, "is an empty model");
    checkModel(schema, place, models, problems);
  }
  checkSecuritySchemes(securitySchemes, "/components/securitySchemes", problems);
  const validators = problems.member(definition, "", "x-amazon-apigateway-request-validators");
  checkPaths(definition, { models, securitySchemes, validators }, problems);
  checkGatewayResponses(definition, problems);
  return problems.found;
}

function checkPaths(
  definition: JsonObject,
  names: Parameters<typeof checkMethod>[3],
  problems: ProblemList,
): void {
  const variableOf = new Map<string, string>();
  const operationIds = new Set<string>();
  for (const [path, value] of Object.entries(problems.member(definition, "", "paths"))) {
    const place = at("/paths", path);
    const variables = checkPath(path, place, variableOf, problems);
    const item = problems.object(value, place);
    problems.only(item, place, METHODS);
    for (const [name, method] of Object.entries(item)) {
      const operation = problems.object(method, at(place, name));
      const id = own(operation, "operationId");
      if (typeof id === "string") {
        problems.expect(/^[A-Za-z][A-Za-z0-9]*$/.test(id), at(place, name), `operationId ${id}`);
        problems.expect(!operationIds.has(id), at(place, name), `operationId ${id} twice`);
        operationIds.add(id);
      }
      checkMethod(operation, at(place, name), variables, names, problems);
    }
  }
  const binary = own(definition, "x-amazon-apigateway-binary-media-types") ?? [];
  const isTypes = isList(binary) && binary.every((type) => /^[^/;]+\/[^/;]+$/.test(String(type)));
  problems.expect(isTypes, "/x-amazon-apigateway-binary-media-types", "are not media types");
}

/** The names of a path's variables. */
function checkPath(
  path: string,
  pointer: string,
  variableOf: Map<string, string>,
  problems: ProblemList,
): readonly string[] {
  const segments = pathSegments(path);
  const names: string[] = [];
  let parent = "";
  segments.forEach((segment, index) => {
    if (segment.kind === "variable") {
      const text = `${segment.name}${segment.isGreedy ? "+" : ""}`;
      const known = variableOf.get(parent) ?? text;
      problems.expect(known === text, pointer, `has a sibling ({${known}})`);
      problems.expect(!names.includes(segment.name), pointer, "has a variable twice");
      const isLast = index === segments.length - 1;
      problems.expect(!segment.isGreedy || isLast, pointer, "goes on after a greedy variable");
      variableOf.set(parent, text);
      names.push(segment.name);
      parent += `/{${text}}`;
    } else {
      const isTaken = segment.kind === "literal" && /^[A-Za-z0-9_.,:-]+$/.test(segment.text);
      problems.expect(isTaken, pointer, `has the segment ${JSON.stringify(segment.text)}`);
      parent += `/${segment.text}`;
    }
  });
  return names;
}
