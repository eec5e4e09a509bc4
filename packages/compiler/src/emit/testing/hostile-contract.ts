import type { Contract, JsonObject } from "@gatewright/contract";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
  sampleResponse,
} from "./sample-contract.js";

/** Sets `globalThis.ran` wherever it is read as code: after a quote, in a template, behind a comment, on a new line. */
export const HOSTILE = [
  '"; globalThis.ran = 1; "',
  "'; globalThis.ran = 1; '",
  "`; globalThis.ran = 1; `",
  "$\u007bglobalThis.ran = 1}",
  "*/ globalThis.ran = 1; /*",
  "\nglobalThis.ran = 1;\n",
  "\u2028globalThis.ran = 1;\u2029",
  "@ts-nocheck",
  "\\",
].join("");

const schema: JsonObject = JSON.parse(
  JSON.stringify({
    type: "object",
    description: HOSTILE,
    required: [HOSTILE, "PROTO"],
    properties: {
      [HOSTILE]: { type: "string", description: HOSTILE, enum: [HOSTILE], default: HOSTILE },
      PROTO: { const: { [HOSTILE]: HOSTILE } },
      toString: { type: "string", format: HOSTILE, minLength: 1 },
    },
    additionalProperties: false,
  }).replaceAll("PROTO", "__proto__"),
);

/** A contract in which every text that an author can choose tries to become code. */
export const hostileContract: Contract = {
  ...sampleContract(
    [
      sampleOperation("hostile", {
        id: HOSTILE,
        tags: [HOSTILE],
        path: `/${HOSTILE}/{${HOSTILE}}`,
        summary: HOSTILE,
        description: HOSTILE,
        method: "POST",
        parameters: [
          sampleParameter("path", HOSTILE, { type: "string" }, { description: HOSTILE }),
          sampleParameter("query", "__proto__", { enum: [HOSTILE] }, { required: true }),
          sampleParameter("header", HOSTILE, { type: "string", default: HOSTILE }),
        ],
        requestBody: {
          required: true,
          description: HOSTILE,
          content: [
            sampleMedia(`${HOSTILE}json`, {
              $ref: `#/components/schemas/${HOSTILE.replaceAll("/", "~1")}`,
            }),
            sampleMedia(`text/${HOSTILE}`, { const: HOSTILE }),
          ],
          at: HOSTILE,
        },
        responses: [
          sampleResponse("200", schema, {
            description: HOSTILE,
            headers: [
              {
                name: HOSTILE,
                required: true,
                schema: true,
                explode: false,
                mediaType: null,
                at: HOSTILE,
              },
            ],
            content: [
              sampleMedia("application/json", schema, {
                examples: [{ name: HOSTILE, value: { [HOSTILE]: HOSTILE }, at: HOSTILE }],
              }),
            ],
          }),
        ],
        security: {
          kind: "required",
          isInherited: false,
          at: HOSTILE,
          alternatives: [{ schemes: [{ name: HOSTILE, scopes: [HOSTILE] }], at: HOSTILE }],
        },
        at: HOSTILE,
      }),
    ],
    { [HOSTILE]: schema },
  ),
  info: { title: HOSTILE, version: HOSTILE, at: HOSTILE },
  securitySchemes: [
    {
      name: HOSTILE,
      description: HOSTILE,
      type: { kind: "apiKey", in: "header", name: HOSTILE },
      extensions: {},
      at: HOSTILE,
    },
  ],
};
