import type { CatalogueEntry } from "../entry.js";

/** Schemas. */
export const schemaEntries: readonly CatalogueEntry[] = [
  {
    code: "GW1015",
    title: "A schema applies itself without end",
    cause:
      "Through `$ref`, `allOf`, `anyOf`, `oneOf`, `not` or `if` a schema applies itself to the same value again. Checking a value against it would never end. Recursion through `properties` or `items` ends with the value and is fine.",
    fix: "Move the reference into a property or an item, or remove it.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      allOf:
        - $ref: "#/components/schemas/Memo"
    Memo:
      anyOf:
        - $ref: "#/components/schemas/Note"
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        answers: { type: array, items: { $ref: "#/components/schemas/Note" } }
`,
  },
  {
    code: "GW1040",
    title: "A schema has an unknown type",
    cause:
      "JSON Schema knows string, number, integer, boolean, array and object, and null from OpenAPI 3.1 on. Dates, files and the like are strings with a `format`. OpenAPI 3.0 takes one type, not a list.",
    fix: "Use one of the types, with a `format` where one fits.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: integr
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: integer
`,
  },
  {
    code: "GW1041",
    title: "A pattern is not a regular expression",
    cause:
      "Patterns are ECMAScript regular expressions with the `u` flag, as JSON Schema wants it. Inline flags such as `(?i)`, `\\A` and `\\Z`, possessive quantifiers and POSIX classes belong to other dialects. Needless escapes, which the `u` flag forbids, are read without their backslash.",
    fix: "Write the pattern in ECMAScript.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      pattern: "^[A-Z{2}$"
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      pattern: "^\\\\p{Lu}{2}$"
`,
  },
  {
    code: "GW1042",
    title: "An enum lists no values, or one of them twice",
    cause:
      "Of an empty enum nothing is a member, so that no value is allowed. A value that is there twice is counted once.",
    fix: "List what is allowed, each value once, or remove the enum.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      enum: []
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      enum: [red, green]
`,
  },
  {
    code: "GW1044",
    title: "nullable means nothing since OpenAPI 3.1",
    cause:
      "OpenAPI 3.1 took `nullable` out: null is a type like any other. A leftover has no effect, so that null is not allowed although the author means it.",
    fix: 'Write `type: [string, "null"]`, or `anyOf` with `{ type: "null" }`.',
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: [string, "null"]
`,
  },
  {
    code: "GW1045",
    title: "An enum of a nullable schema does not list null",
    cause:
      "By the letter of OpenAPI 3.0.3 such an enum still forbids null. Hardly any author means that, so null is allowed here; other tools may decide otherwise.",
    fix: "Add null to the enum, or remove `nullable`.",
    rejected: `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
      enum: [red, green]
`,
    accepted: `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      nullable: true
      enum: [red, green, null]
`,
  },
  {
    code: "GW1046",
    title: "The bounds of a schema leave nothing between them",
    cause: "The least value is greater than the greatest one: nothing satisfies the schema.",
    fix: "Swap the bounds, or correct one.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      minLength: 10
      maxLength: 1
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: string
      minLength: 1
      maxLength: 10
`,
  },
  {
    code: "GW1047",
    title: "The schema dialect is read as JSON Schema 2020-12",
    cause:
      "`jsonSchemaDialect` names a dialect that is not known here. Schemas are read as JSON Schema 2020-12, which OpenAPI 3.1 uses.",
    fix: "Remove `jsonSchemaDialect` if the schemas are ordinary ones.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
jsonSchemaDialect: "http://json-schema.org/draft-07/schema#"
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
paths: {}
`,
  },
  {
    code: "GW1048",
    title: "An exclusive bound is written as in another version",
    cause:
      "In OpenAPI 3.0 `exclusiveMinimum: true` stands beside `minimum`; from 3.1 on `exclusiveMinimum` is the bound itself. Where it is clear what is meant it is read so.",
    fix: "Write it as this version wants it.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: number
      minimum: 0
      exclusiveMinimum: true
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: number
      exclusiveMinimum: 0
`,
  },
];
