import type { CatalogueEntry } from "../entry.js";

/** Files, syntax, references. */
export const sourceEntries: readonly CatalogueEntry[] = [
  {
    code: "GW1001",
    title: "The document or one of its files cannot be read",
    cause:
      "The file is not there, may not be read by the current user, is larger than 128 MiB, or is not UTF-8 text.",
    fix: "Check the name, the permissions and the encoding. A document is a `.yaml`, `.yml` or `.json` file inside the project root.",
  },
  {
    code: "GW1002",
    title: "The file is not YAML or JSON",
    cause:
      "The text does not follow the syntax of its format. Only the first fault of a file is reported, since everything after it is guesswork. A file ending in `.json` is read as JSON, any other as YAML 1.2; a bracket that is never closed is shown where it opens.",
    fix: "Correct the text at the place shown.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1"
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
`,
  },
  {
    code: "GW1004",
    title: "A key is written twice in one object",
    cause:
      "YAML forbids it and JSON leaves open which one counts, so that two readers can see two documents.",
    fix: "Keep one of them.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
`,
  },
  {
    code: "GW1005",
    title: "YAML aliases stand for too much, or for nothing",
    cause:
      "Aliases (`*name`) are written out when a document is read. They may not repeat the value that they stand in, need an anchor (`&name`) before them, and together stand for at most 2,000,000 values: nested aliases multiply, and a few lines could otherwise fill the memory.",
    fix: "Use `$ref` instead: references are kept as references, and may be recursive.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-note: &note { again: *note }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-note: &note { text: Hello }
x-copy: *note
`,
  },
  {
    code: "GW1006",
    title: "The file is nested too deeply",
    cause:
      "Objects and lists may stand inside each other up to 1,000 levels, in YAML up to what the parser can take. No real description comes near it.",
    fix: "Move inner schemas to components and reference them.",
  },
  {
    code: "GW1007",
    title: "This OpenAPI version is not supported",
    cause:
      "Gatewright reads OpenAPI 3.0.x and 3.1.x, and 3.2 as far as 3.1 goes. Swagger 2.0 describes parameters, bodies and servers in another way; guessing would lose parts of it. A file without the field `openapi` is a part of a document, not a document.",
    fix: "Convert the document to OpenAPI 3, or name the file that begins with `openapi:`.",
    rejected: `swagger: "2.0"
info: { title: Notes, version: "1" }
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
`,
  },
  {
    code: "GW1008",
    title: "A YAML tag has no meaning here",
    cause:
      "Tags such as `!Ref` or `!Sub` belong to other programs. The value is read as if the tag were not there, which is seldom what its author means.",
    fix: "Remove the tag, or write what it stands for.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-table: !Ref Table
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-table: Table
`,
  },
  {
    code: "GW1009",
    title: "Merge keys are not part of YAML 1.2",
    cause:
      "`<<: *base` merges objects in YAML 1.1. OpenAPI uses YAML 1.2, where `<<` would be a key like any other and what it merges would be lost without a word.",
    fix: "Write the members out, or combine schemas with `allOf` and `$ref`.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-base: &base { type: string }
x-note:
  <<: *base
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
x-base: &base { type: string }
x-note: *base
`,
  },
  {
    code: "GW1010",
    title: "A reference leads nowhere",
    cause:
      "The file of the `$ref` is there, but nothing stands at its pointer, no schema has its anchor, or a discriminator names a schema that does not exist. Pointers are case-sensitive; `/` in a key is written `~1`, `~` is `~0`.",
    fix: "Correct the reference or define what it names. The nearest name that exists is suggested.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
components:
  responses:
    Notfound: { description: There is no such note }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
components:
  responses:
    NotFound: { description: There is no such note }
`,
  },
  {
    code: "GW1011",
    title: "The file of a reference is not there",
    cause:
      "File names in references are relative to the file that they stand in, and case-sensitive on most machines even if not on yours.",
    fix: "Correct the name, or create the file.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: paths/notes.yaml }
`,
  },
  {
    code: "GW1012",
    title: "A reference leads out of the project root",
    cause:
      "A document may be somebody else's. So that it cannot show files of this machine, nothing is read outside the project root, which is the folder of the document unless `--root` widens it. Absolute paths, `file:` URLs, names of other hosts and links that lead outside count as outside. The file is neither opened nor looked for.",
    fix: "Move the file into the project root, or widen the root with `--root` or `root` in the configuration.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: ../../other/notes.yaml }
`,
  },
  {
    code: "GW1013",
    title: "A reference would have to be fetched",
    cause:
      "Nothing is fetched from a network: the same document must give the same output tomorrow, and a document must not be able to make this machine call anybody.",
    fix: "Save the file next to the document and reference it by its path.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes: { $ref: "https://example.com/notes.yaml" }
`,
  },
  {
    code: "GW1014",
    title: "References lead to each other and never to a value",
    cause:
      "A reference leads to a reference that leads back to it. Recursive schemas are fine, because their references stand inside properties or items; here there is nothing but references.",
    fix: "Replace one of the references by what it should stand for.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      $ref: "#/components/schemas/Memo"
    Memo:
      $ref: "#/components/schemas/Note"
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      type: object
    Memo:
      $ref: "#/components/schemas/Note"
`,
  },
  {
    code: "GW1016",
    title: "What stands beside a reference is ignored",
    cause:
      "In OpenAPI 3.0 everything beside `$ref` is ignored. From 3.1 on that holds for parameters, responses and the like, while schemas may say more beside it.",
    fix: "Combine with `allOf` and `$ref`, or remove what is beside it.",
    rejected: `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        text: { $ref: "#/components/schemas/Text", minLength: 1 }
    Text: { type: string }
`,
    accepted: `openapi: 3.0.3
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        text: { minLength: 1, allOf: [{ $ref: "#/components/schemas/Text" }] }
    Text: { type: string }
`,
  },
  {
    code: "GW1017",
    title: "A reference leads to the wrong kind of thing",
    cause:
      "The section of components that a reference names says what is there: a parameter cannot stand where a schema is expected.",
    fix: "Reference one of the section that fits.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        text: { $ref: "#/components/parameters/Text" }
  parameters:
    Text: { name: text, in: query, schema: { type: string } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      properties:
        text: { $ref: "#/components/schemas/Text" }
    Text: { type: string }
`,
  },
  {
    code: "GW1018",
    title: "A dynamic reference has several targets",
    cause:
      "`$dynamicRef` means another schema depending on the way that led to it. As long as its `$dynamicAnchor` is there once it is an ordinary reference, and read as one. With several of that name it cannot be expressed in types or validators that are made ahead.",
    fix: "Use `$ref` with the schema that is meant.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      $dynamicAnchor: node
      properties: { next: { $dynamicRef: "#node" } }
    Memo: { $dynamicAnchor: node, type: object }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note:
      $dynamicAnchor: node
      properties: { next: { $dynamicRef: "#node" } }
`,
  },
  {
    code: "GW1019",
    title: "OpenAPI 3.2 is read as far as 3.1 goes",
    cause: "The fields that 3.2 adds are left out; each of them is named in a warning of its own.",
    fix: "Nothing to do if what is ignored is not needed. Write `openapi: 3.1.0` to say so.",
    rejected: `openapi: 3.2.0
info: { title: Notes, version: "1" }
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
`,
  },
  {
    code: "GW1026",
    title: "References stand for too much",
    cause:
      "A contract holds parameters, responses, headers and path items wherever they are referenced; only schemas stay references. What is referenced often and references much itself multiplies, and a few lines could stand for more than fits into any memory. At most 200 MB are written out, and a reference may lead on through 100 others.",
    fix: "Reference less often, or move what is large into `components.schemas`: those are kept as references, and may be recursive.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "200": { description: Notes, headers: { X-Note: { $ref: "#/components/headers/Note" } } }
components:
  headers:
    Note:
      content:
        multipart/mixed:
          encoding: { note: { headers: { X-Note: { $ref: "#/components/headers/Note" } } } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        "200": { description: Notes, headers: { X-Note: { $ref: "#/components/headers/Note" } } }
components:
  headers:
    Note: { schema: { type: string } }
`,
  },
];
