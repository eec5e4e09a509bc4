import type { Contract, JsonObject, SecurityScheme } from "@gatewright/contract";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "./sample-contract.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const schemes: readonly SecurityScheme[] = [
  { name: "bearer", type: { kind: "http", scheme: "bearer" }, extensions: {}, at: "sample.yaml#" },
  {
    name: "api key",
    type: { kind: "apiKey", in: "header", name: "X-Api-Key" },
    extensions: {},
    at: "sample.yaml#",
  },
];

const body = (...content: Parameters<typeof sampleMedia>[]) => ({
  required: true,
  content: content.map((media) => sampleMedia(...media)),
  at: "sample.yaml#",
});

/**
 * A contract that has one of everything that output looks different for, and names that get in the way of what the
 * output itself declares or imports.
 */
export const richContract: Contract = {
  ...sampleContract(
    [
      sampleOperation("listMessages", {
        tags: ["messages"],
        summary: "The newest messages first",
        parameters: [
          sampleParameter("query", "limit", {
            type: "integer",
            minimum: 1,
            maximum: 100,
            default: 3,
          }),
          sampleParameter("query", "cursor", { type: "string" }, { description: "Where to go on" }),
          sampleParameter("query", "filter", ref("Filter"), { style: "deepObject", explode: true }),
        ],
        responses: [
          sampleResponse("200", ref("MessagePage")),
          sampleResponse("default", ref("ApiError")),
        ],
      }),
      sampleOperation("postMessage", {
        tags: ["messages"],
        method: "POST",
        path: "/messages",
        parameters: [sampleParameter("header", "Idempotency-Key", { type: "string" })],
        requestBody: body(["application/json", ref("Message")]),
        responses: [
          sampleResponse("201", ref("Message"), {
            headers: [
              header("Location", { type: "string" }, true),
              header("X-Count", { type: "integer" }, false),
            ],
          }),
          sampleResponse("400", ref("ApiError")),
          sampleResponse("4XX", ref("ApiError")),
        ],
        security: {
          kind: "required",
          isInherited: false,
          at: "sample.yaml#",
          alternatives: [
            {
              at: "sample.yaml#",
              schemes: [
                { name: "bearer", scopes: ["messages:write"] },
                { name: "api key", scopes: [] },
              ],
            },
          ],
        },
      }),
      sampleOperation("delete", {
        tags: ["index"],
        method: "DELETE",
        path: "/messages/{messageId}",
        parameters: [
          sampleParameter("path", "messageId", { type: "string" }),
          sampleParameter("cookie", "session", { type: "string" }, { required: true }),
        ],
      }),
      sampleOperation("upload", {
        tags: ["Files & folders"],
        method: "PUT",
        requestBody: body(
          ["application/json", ref("Reply")],
          ["text/csv", { type: "string" }],
          ["image/*", null],
        ),
        responses: [
          sampleResponse("200", undefined, {
            content: [
              sampleMedia("image/*", null),
              sampleMedia("text/plain", { enum: ["a", "b"] }),
            ],
          }),
        ],
      }),
      sampleOperation("uploadForm", {
        tags: ["Files & folders"],
        method: "POST",
        requestBody: body([
          "multipart/form-data",
          {
            type: "object",
            required: ["file"],
            properties: {
              file: { type: "string", format: "binary" },
              more: { type: "array", items: { type: "string", format: "binary" } },
              about: ref("Body"),
            },
          },
        ]),
        responses: [
          sampleResponse("303", undefined, { headers: [header("Location", true, true)] }),
        ],
      }),
      sampleOperation("getHealth"),
      sampleOperation("silent", { responses: [] }),
    ],
    {
      Message: {
        type: "object",
        description: "A message",
        required: ["id", "text"],
        additionalProperties: false,
        properties: {
          id: { type: "string", readOnly: true },
          text: { type: "string", minLength: 1, maxLength: 5 },
          tags: { type: "array", items: { type: "string" }, uniqueItems: true },
          secret: { type: "string", writeOnly: true },
        },
      },
      MessagePage: {
        type: "object",
        required: ["messages"],
        properties: {
          messages: { type: "array", items: ref("Message") },
          next: { type: "string" },
        },
      },
      Filter: {
        type: "object",
        properties: { author: { type: "string" }, since: { type: "integer" } },
      },
      ApiError: { type: "object", required: ["title"], properties: { title: { type: "string" } } },
      Reply: { type: "object", properties: { method: ref("Method") } },
      Body: { type: "object", properties: { exact: ref("Exact") } },
      Method: { type: "string" },
      Exact: { type: "number" },
      Sample: { type: "boolean" },
      ListMessagesRequest: { type: "null" },
    },
  ),
  securitySchemes: schemes,
};

function header(name: string, schema: JsonObject | boolean, required: boolean) {
  return { name, required, schema, explode: false, mediaType: null, at: "sample.yaml#" };
}
