import { expect, it } from "vitest";
import { parseInvocationUri } from "./function-arn.js";

const PREFIX = "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions";

it.each([
  [
    "a plain ARN",
    `${PREFIX}/arn:aws:lambda:eu-central-1:123456789012:function:board/invocations`,
    "board",
  ],
  [
    "an alias",
    `${PREFIX}/arn:aws:lambda:eu-central-1:123456789012:function:board:live/invocations`,
    "board",
  ],
  [
    "variables of the import",
    `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:board-2/invocations`,
    "board-2",
  ],
])("finds the function's name in %s", (_title, uri, name) => {
  expect(parseInvocationUri(uri)).toEqual({ kind: "function", name });
});

it.each([
  [
    `${PREFIX}/arn:aws:lambda:eu-central-1:1:function:\${stageVariables.name}/invocations`,
    "stageVariable",
  ],
  [
    "arn:aws:apigateway:eu-central-1:lambda:path/2021-11-15/functions/arn:aws:lambda:eu-central-1:1:function:a/response-streaming-invocations",
    "streaming",
  ],
  ["arn:aws:apigateway:eu-central-1:sqs:path/1/queue", "unknown"],
  ["http://example.com", "unknown"],
  ["", "unknown"],
])("does not take %s for a function", (uri, kind) => {
  expect(parseInvocationUri(uri)).toEqual({ kind });
});
