import type { CatalogueEntry } from "../entry.js";

/** Fields, values, paths and parameters. */
export const structureEntries: readonly CatalogueEntry[] = [
  {
    code: "GW1020",
    title: "A required field is missing",
    cause:
      "OpenAPI says which fields an object must have: a document has `info`, and `paths` in 3.0; a response has a `description`; a discriminator has a `propertyName`.",
    fix: "Add the field.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "200": {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1021",
    title: "A value has the wrong type",
    cause:
      "The field takes another kind of value: text, a number, true or false, a list or an object. In YAML, text that looks like a number or a truth value needs quotes. `required` of a schema is the list of its required properties; only parameters and bodies have `required: true`.",
    fix: "Write the kind of value that is expected.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: object
      properties:
        text: { type: string, required: true }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: object
      required: [text]
      properties:
        text: { type: string }
`,
  },
  {
    code: "GW1022",
    title: "A field is not known and has no effect",
    cause:
      "Most often it is a slip: the field that was meant then is missing. Fields of later OpenAPI versions have no effect either. Extensions begin with `x-`.",
    fix: "Correct the name, prefix it with `x-`, or remove it.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      sumary: The newest notes
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      summary: The newest notes
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1023",
    title: "A value is none of those that the field can have",
    cause:
      "`in`, `style` and `type` have fixed values; which styles there are depends on where the parameter stands.",
    fix: "Use one of the values listed.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: qurey
          schema: { type: integer }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1024",
    title: "example and examples exclude each other",
    cause:
      "A parameter, a header or a media type has one `example` or several `examples`, not both: readers would not know which ones to show.",
    fix: "Make the single example one of the examples.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
          example: 3
          examples: { few: { value: 3 } }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
          examples: { few: { value: 3 } }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1025",
    title: "A field has an effect in query parameters only",
    cause:
      "`allowReserved` and `allowEmptyValue` say how a query string is written. In a path, a header or a cookie they mean nothing.",
    fix: "Remove the field.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: X-Trace
          in: header
          allowReserved: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: trace
          in: query
          allowReserved: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1030",
    title: "A path template has a variable that no parameter declares",
    cause:
      "Every variable of a path template needs a parameter with `in: path`, at the path item or at each operation. Without one nobody knows what may stand there.",
    fix: "Declare the parameter, or spell variable and parameter alike.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1031",
    title: "A path parameter is not in its path template",
    cause:
      "A parameter with `in: path` has no place to go: the template has no variable of its name. Names are case-sensitive.",
    fix: "Put the variable into the path, or remove the parameter.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1032",
    title: "Two paths match the same requests",
    cause:
      "Templates that differ only in the names of their variables are the same path: an error. Templates of which each has a variable where the other has fixed text overlap: `/{kind}/newest` and `/notes/{noteId}` both match `/notes/newest`; that is a warning, since routers decide it differently.",
    fix: "Make one path of them, or change the fixed parts.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    summary: One note
  /notes/{id}:
    summary: Also one note
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    summary: One note
  /notes/newest:
    summary: Fixed text is the more specific
`,
  },
  {
    code: "GW1033",
    title: "A path is not written as a path template",
    cause:
      "A path begins with `/`; a variable stands in braces within one segment, has a name, and is there once.",
    fix: "Write the path as `/notes/{noteId}`.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  notes:
    get:
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1034",
    title: "A path holds a query string or a fragment",
    cause:
      "Requests are routed by path; query strings are described by parameters and fragments never reach a server. Types and SDK can be made of such a path, routing targets leave it out.",
    fix: "Declare query parameters and make it one operation.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes?archived=true:
    get:
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: archived
          in: query
          schema: { type: boolean }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1036",
    title: "A parameter is declared twice",
    cause:
      "A parameter is known by name and place, and is there once in a list. Names of headers are compared without case. An operation may declare one of its path item again: its own counts.",
    fix: "Remove one of them.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: string } }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: limit, in: header, schema: { type: integer } }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1037",
    title: "A parameter needs either schema or content",
    cause:
      "`schema` describes a value that is written by `style`; `content`, with one media type, a value that is a document of its own. One of them is needed, and not both.",
    fix: "Add a schema, or remove one of the two.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      parameters:
        - name: limit
          in: query
          schema: { type: integer }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1038",
    title: "A path parameter is not marked as required",
    cause:
      "OpenAPI wants `required: true` at every path parameter: without the value there is no such path.",
    fix: "Add `required: true`.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes/{noteId}:
    get:
      parameters:
        - name: noteId
          in: path
          required: true
          schema: { type: string }
      responses: { "204": { description: Done } }
`,
  },
];
