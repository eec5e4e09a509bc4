/**
 * What the mocks emitter writes, for an API of two operations, by hand. `operations`, the validators and the
 * types of input and reply are imported in generated code; here they stand in the same file.
 */
import type {
  Exact,
  OperationRow,
  Reply,
  RequestValidatorTable,
  ResponseValidatorTable,
  Validator,
} from "@gatewright/contract";
import type { HttpHandler } from "msw";
import { createMocks, type MockedApi, type MockOptions, type MockOverride } from "../index.js";

// operations.js, validators.js and operations/messages.d.ts, in short.

interface Message {
  readonly id: string;
  readonly text: string;
}
interface Problem {
  readonly title: string;
  readonly status: number;
}
interface GetMessageInput {
  readonly path: { readonly messageId: string };
}
interface GetMessageReply {
  <Body extends Message>(status: 200, body: Exact<Message, Body>): Reply<"getMessage">;
  <Body extends Problem>(status: 404, body: Exact<Problem, Body>): Reply<"getMessage">;
}
interface PostMessageInput {
  readonly body: { readonly text: string };
}
type PostMessageReply = <Body extends Message>(
  status: 201,
  body: Exact<Message, Body>,
  headers: { readonly location: string },
) => Reply<"postMessage">;

const operations: Readonly<Record<string, OperationRow>> = {
  getMessage: {
    id: "getMessage",
    method: "GET",
    path: "/messages/{messageId}",
    parameters: [{ in: "path", name: "messageId", required: true, value: "string" }],
    responses: {
      200: { content: [{ mediaType: "application/json", kind: "json" }] },
      404: { content: [{ mediaType: "application/problem+json", kind: "json" }] },
    },
  },
  postMessage: {
    id: "postMessage",
    method: "POST",
    path: "/messages",
    body: { required: true, content: [{ mediaType: "application/json", kind: "json" }] },
    responses: {
      201: {
        content: [{ mediaType: "application/json", kind: "json" }],
        headers: { location: { required: true, value: "string" } },
      },
    },
    security: [{ bearer: ["messages:write"] }],
  },
};

function hasTexts(...names: readonly string[]): Validator {
  const validate: Validator = (value) => {
    validate.errors = names
      .filter((name) => typeof Reflect.get(Object(value), name) !== "string")
      .map((name) => ({
        keyword: "required",
        instancePath: "",
        schemaPath: "#/required",
        params: { missingProperty: name },
        message: `must have required property '${name}'`,
      }));
    return validate.errors.length === 0;
  };
  return validate;
}

const requestValidators: RequestValidatorTable = {
  postMessage: { body: { "application/json": hasTexts("text") } },
};
const responseValidators: ResponseValidatorTable = {
  getMessage: {
    200: { body: { "application/json": hasTexts("id", "text") } },
    404: { body: { "application/problem+json": hasTexts("title") } },
  },
  postMessage: {
    201: { headers: hasTexts("location"), body: { "application/json": hasTexts("id", "text") } },
  },
};

// mocks.ts itself.

/** What each operation of the Sample API answers in a test; one that is left out answers by the contract. */
export interface SampleMocks {
  readonly getMessage?: MockOverride<GetMessageInput, GetMessageReply>;
  readonly postMessage?: MockOverride<PostMessageInput, PostMessageReply>;
}

/** One msw handler that answers for the whole API: `setupServer(...mockSample())`. */
export function mockSample(overrides: SampleMocks = {}, options: MockOptions = {}): HttpHandler[] {
  return createMocks(sampleApi, { ...overrides }, options);
}

export const sampleApi: MockedApi = {
  name: "sample",
  operations,
  requestValidators,
  responseValidators,
  responses: {
    getMessage: {
      200: {
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/Message" },
            examples: [{ id: "1", text: "Coffee at ten, bring ideas." }],
          },
        },
      },
      404: {
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
    postMessage: {
      201: {
        headers: {
          location: { required: true, schema: { type: "string", pattern: "^/messages/" } },
        },
        content: { "application/json": { schema: { $ref: "#/components/schemas/Message" } } },
      },
    },
  },
  schemas: {
    Message: {
      type: "object",
      required: ["id", "text"],
      properties: { id: { type: "string" }, text: { type: "string", minLength: 1 } },
    },
    Problem: {
      type: "object",
      required: ["title", "status"],
      properties: { title: { type: "string" }, status: { const: 404 } },
    },
  },
  securitySchemes: { bearer: { kind: "http", scheme: "bearer" } },
  sources: {
    getMessage: "openapi/paths/message.yaml:2",
    postMessage: "openapi/paths/messages.yaml:14",
  },
};
