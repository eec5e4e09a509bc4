import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject, own } from "../../../source/json-object.js";
import { MODEL_REFERENCE } from "../../model/model-references.js";
import { checkIntegration } from "./integration-problems.js";
import { at, type ProblemList } from "./problem-list.js";

/** What methods may name. */
export interface DefinitionNames {
  readonly models: JsonObject;
  readonly securitySchemes: JsonObject;
  readonly validators: JsonObject;
}

const METHOD_FIELDS = [
  "operationId",
  "summary",
  "parameters",
  "requestBody",
  "responses",
  "security",
  "x-amazon-apigateway-auth",
  "x-amazon-apigateway-integration",
  "x-amazon-apigateway-request-validator",
];
const PARAMETER_NAME = /^[a-zA-Z0-9:._$-]+$/;
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;

export function checkMethod(
  method: JsonObject,
  pointer: string,
  variables: readonly string[],
  names: DefinitionNames,
  problems: ProblemList,
): void {
  problems.only(method, pointer, METHOD_FIELDS);
  checkParameters(own(method, "parameters"), at(pointer, "parameters"), variables, problems);
  const body = problems.member(method, pointer, "requestBody");
  problems.only(body, at(pointer, "requestBody"), ["content", "required"]);
  checkContent(own(body, "content"), at(at(pointer, "requestBody"), "content"), names, problems);
  checkResponses(method, pointer, names, problems);
  checkSecurity(own(method, "security"), at(pointer, "security"), names, problems);
  const validator = own(method, "x-amazon-apigateway-request-validator");
  problems.expect(
    validator === undefined || Object.hasOwn(names.validators, String(validator)),
    at(pointer, "x-amazon-apigateway-request-validator"),
    "names no validator",
  );
  checkIntegration(method, pointer, problems);
}

function checkParameters(
  value: Json | undefined,
  pointer: string,
  variables: readonly string[],
  problems: ProblemList,
): void {
  const seen = new Set<string>();
  const inPath: string[] = [];
  (isList(value) ? value : []).forEach((item, index) => {
    const place = at(pointer, index);
    const parameter = problems.object(item, place);
    problems.only(parameter, place, ["name", "in", "required", "description", "schema"]);
    const name = String(own(parameter, "name"));
    const location = own(parameter, "in");
    problems.expect(
      PARAMETER_NAME.test(name),
      at(place, "name"),
      "has a character that is refused",
    );
    problems.expect(!seen.has(name), at(place, "name"), "is not unique across locations");
    seen.add(name);
    if (location === "path") {
      inPath.push(name);
      problems.expect(own(parameter, "required") === true, place, "is in the path and optional");
    }
    const isKnown = location === "path" || location === "query" || location === "header";
    problems.expect(isKnown, at(place, "in"), "is not a place of a method's parameters");
    const schema = problems.member(parameter, place, "schema");
    problems.only(schema, at(place, "schema"), ["type"]);
  });
  const isComplete = JSON.stringify(inPath.sort()) === JSON.stringify([...variables].sort());
  problems.expect(isComplete, pointer, "are not the variables of the path");
}

function checkContent(
  value: Json | undefined,
  pointer: string,
  { models }: DefinitionNames,
  problems: ProblemList,
): void {
  for (const [type, media] of Object.entries(problems.object(value, pointer))) {
    const place = at(pointer, type);
    problems.expect(MEDIA_TYPE.test(type), place, "is not one media type");
    const schema = problems.member(problems.object(media, place), place, "schema");
    const reference = String(own(schema, "$ref"));
    const isModel =
      reference.startsWith(MODEL_REFERENCE) &&
      Object.hasOwn(models, reference.slice(MODEL_REFERENCE.length));
    problems.expect(isModel, at(place, "schema"), "is not a reference to a model");
  }
}

function checkResponses(
  method: JsonObject,
  pointer: string,
  names: DefinitionNames,
  problems: ProblemList,
): void {
  const all = at(pointer, "responses");
  const responses = Object.entries(problems.member(method, pointer, "responses"));
  problems.expect(responses.length > 0, all, "are none");
  for (const [status, value] of responses) {
    const place = at(all, status);
    const response = problems.object(value, place);
    problems.expect(/^[1-5]\d\d$/.test(status), place, "is not a status of three digits");
    problems.only(response, place, ["description", "headers", "content"]);
    problems.expect(typeof own(response, "description") === "string", place, "has no description");
    checkContent(own(response, "content"), at(place, "content"), names, problems);
    for (const name of Object.keys(problems.member(response, place, "headers"))) {
      problems.expect(PARAMETER_NAME.test(name), at(at(place, "headers"), name), "is refused");
    }
  }
}

function checkSecurity(
  value: Json | undefined,
  pointer: string,
  { securitySchemes }: DefinitionNames,
  problems: ProblemList,
): void {
  const requirements = isList(value) ? value : [];
  const names = requirements.flatMap((each) => (isObject(each) ? Object.keys(each) : []));
  const keys = names.filter((name) => isApiKey(own(securitySchemes, name)));
  // API Gateway's own key may be needed beside the one authorizer.
  const isPair = requirements.length === 2 && keys.length === 1;
  const isEnforced = value === undefined || requirements.length === 1 || isPair;
  problems.expect(isEnforced, pointer, "is not one requirement, or an authorizer and a key");
  for (const requirement of requirements) {
    const schemes = isObject(requirement) ? Object.keys(requirement) : [];
    problems.expect(schemes.length === 1, pointer, "does not name exactly one scheme");
    for (const name of schemes) {
      const isDefined = Object.hasOwn(securitySchemes, name);
      problems.expect(isDefined, at(pointer, name), "is not a security scheme");
    }
  }
}

/** True for the key that API Gateway checks itself. */
function isApiKey(scheme: Json | undefined): boolean {
  return (
    isObject(scheme) &&
    !Object.hasOwn(scheme, "x-amazon-apigateway-authorizer") &&
    !Object.hasOwn(scheme, "x-amazon-apigateway-authtype")
  );
}
