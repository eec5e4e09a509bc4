import type { JsonObject } from "@gatewright/contract";
import { own } from "../../../source/json-object.js";
import { at, type ProblemList } from "./problem-list.js";

const FIELDS = [
  "type",
  "httpMethod",
  "uri",
  "credentials",
  "requestParameters",
  "requestTemplates",
  "responses",
  "passthroughBehavior",
  "contentHandling",
  "timeoutInMillis",
  "connectionType",
  "connectionId",
  "integrationTarget",
  "responseTransferMode",
  "tlsConfig",
  "cacheNamespace",
  "cacheKeyParameters",
];
const TYPES = ["aws", "aws_proxy", "http", "http_proxy", "mock"];
const INVOCATION =
  /^arn:[^:]+(::[A-Za-z]+\})?:apigateway:.+:lambda:path\/2015-03-31\/functions\/arn:.+:function:[A-Za-z0-9_-]{1,64}\/invocations$/;

/** What is wrong with the integration of a method. */
export function checkIntegration(method: JsonObject, pointer: string, problems: ProblemList): void {
  const place = at(pointer, "x-amazon-apigateway-integration");
  const integration = problems.member(method, pointer, "x-amazon-apigateway-integration");
  problems.only(integration, place, FIELDS);
  const type = String(own(integration, "type")).toLowerCase();
  problems.expect(TYPES.includes(type), at(place, "type"), "is not a type of integrations");
  const timeout = own(integration, "timeoutInMillis") ?? 29_000;
  const isInRange = Number.isInteger(timeout) && Number(timeout) >= 50 && Number(timeout) <= 29_000;
  problems.expect(isInRange, at(place, "timeoutInMillis"), "is not from 50 to 29,000");
  if (type === "aws_proxy") {
    problems.expect(
      own(integration, "httpMethod") === "POST",
      place,
      "does not POST to a function",
    );
    const uri = String(own(integration, "uri"));
    problems.expect(INVOCATION.test(uri), at(place, "uri"), "does not invoke a function");
  }
  if (type === "mock") {
    checkMock(method, integration, pointer, problems);
  }
}

/** The template's status and what its responses set must be declared by the method. */
function checkMock(
  method: JsonObject,
  integration: JsonObject,
  pointer: string,
  problems: ProblemList,
): void {
  const place = at(pointer, "x-amazon-apigateway-integration");
  const templates = problems.member(integration, place, "requestTemplates");
  const template = own(templates, "application/json");
  const status = /^\{"statusCode": (\d{3})\}$/.exec(String(template))?.[1];
  problems.expect(status !== undefined, at(place, "requestTemplates"), "do not give a status");
  const responses = problems.member(method, pointer, "responses");
  for (const [key, value] of Object.entries(problems.member(integration, place, "responses"))) {
    const here = at(at(place, "responses"), key);
    const answer = problems.object(value, here);
    const code = String(own(answer, "statusCode"));
    problems.expect(Object.hasOwn(responses, code), here, "answers with an undeclared status");
    const response = problems.member(responses, at(pointer, "responses"), code);
    const headers = problems.member(response, at(pointer, "responses"), "headers");
    for (const [target, mapped] of Object.entries(
      problems.member(answer, here, "responseParameters"),
    )) {
      const name = target.replace(/^method\.response\.header\./, "");
      problems.expect(Object.hasOwn(headers, name), at(here, target), "sets an undeclared header");
      problems.expect(/^'[^']*'$/.test(String(mapped)), at(here, target), "is not a static value");
    }
  }
}
