import type { CatalogueEntry } from "../entry.js";

/** Operations, responses, security and names. */
export const operationEntries: readonly CatalogueEntry[] = [
  {
    code: "GW1003",
    title: "operationId is not unique",
    cause:
      "The operationId names the handler, the SDK method and the mock, so each is there once among all operations: those of paths, of webhooks and of callbacks. A path item that two paths share gives its operations twice.",
    fix: "Rename one of them. A path item that several paths share needs its operations written out.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
    post:
      operationId: listNotes
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
    post:
      operationId: postNote
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1050",
    title: "A response is not keyed by a status code",
    cause:
      "Responses are keyed by a status code from 100 to 599, a range from `1XX` to `5XX`, or `default`.",
    fix: "Use one of these.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses:
        ok: { description: The notes }
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
    code: "GW1051",
    title: "An operation declares no response",
    cause:
      "What an operation answers is then not part of the contract: handlers cannot answer and the SDK learns nothing.",
    fix: "Declare at least one response.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      responses: {}
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
    code: "GW1052",
    title: "A security scheme is not defined",
    cause:
      'A security requirement names schemes of `components.securitySchemes`. One that is not there cannot be checked, and must not be taken for "everybody may".',
    fix: "Define the scheme, or correct its name.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ barer: [] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ bearer: [] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
  },
  {
    code: "GW1053",
    title: "A security scheme lacks what its type needs",
    cause:
      "`apiKey` needs `name` and `in`, `http` a `scheme`, `oauth2` its `flows` with their URLs, `openIdConnect` its URL.",
    fix: "Add the field.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  securitySchemes:
    key: { type: apiKey, in: header }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: x-api-key }
`,
  },
  {
    code: "GW1054",
    title: "A scope is not one of its OAuth scheme",
    cause:
      "An `oauth2` scheme lists its scopes under its flows. One that is not listed can never be granted.",
    fix: "List the scope, or correct its name.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ login: [notes:raed] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: /token, scopes: { "notes:read": Read notes } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      security: [{ login: [notes:read] }]
      responses: { "204": { description: Done } }
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: { tokenUrl: /token, scopes: { "notes:read": Read notes } }
`,
  },
  {
    code: "GW1055",
    title: "A link leads to an operation that does not exist",
    cause:
      "A link names the operation that can follow by its `operationId`. None of this document has that one.",
    fix: "Correct the name, or remove the link.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200": { description: The notes, links: { self: { operationId: listnotes } } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        "200": { description: The notes, links: { self: { operationId: listNotes } } }
`,
  },
  {
    code: "GW1056",
    title: "A server URL has a variable that is not defined",
    cause: "Variables of a server URL are listed under `variables`, each with a default.",
    fix: "Define the variable, or write its value into the URL.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: "https://{stage}.example.com" }]
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers: [{ url: "https://{stage}.example.com", variables: { stage: { default: api } } }]
paths: {}
`,
  },
  {
    code: "GW1057",
    title: "A request body where HTTP gives it no meaning",
    cause:
      "HTTP gives a body of GET, HEAD or TRACE no meaning: clients refuse to send it, proxies drop it, browsers cannot.",
    fix: "Use parameters, or another method.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    post:
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1058",
    title: "A server variable cannot have its default",
    cause:
      "The `enum` of a server variable lists the values that it can have; it has at least one, and the default is among them.",
    fix: "Use one of the values, or add the missing one.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers:
  - url: https://{stage}.example.com
    variables: { stage: { enum: [api, test], default: tests } }
paths: {}
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
servers:
  - url: https://{stage}.example.com
    variables: { stage: { enum: [api, test], default: test } }
paths: {}
`,
  },
  {
    code: "GW1060",
    title: "Two names become the same in code",
    cause:
      "Names of operations and schemas become identifiers: `list-notes` and `listNotes` are both `listNotes`. The later one gets a number, which moves when the document changes.",
    fix: "Give them names that differ in more than case and punctuation.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: list-notes
      responses: { "204": { description: Done } }
  /memos:
    get:
      operationId: listNotes
      responses: { "204": { description: Done } }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths:
  /notes:
    get:
      operationId: list-notes
      responses: { "204": { description: Done } }
  /memos:
    get:
      operationId: list-memos
      responses: { "204": { description: Done } }
`,
  },
  {
    code: "GW1061",
    title: "The name of a component has characters that are not allowed",
    cause:
      "The standard allows letters of the English alphabet, digits, `.`, `-` and `_` in the keys below `components`. References to other names need escapes, and many tools do not take them.",
    fix: "Rename the component, and the references to it.",
    rejected: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note/private: { type: object }
`,
    accepted: `openapi: 3.1.0
info: { title: Notes, version: "1" }
paths: {}
components:
  schemas:
    Note.private: { type: object }
`,
  },
  {
    code: "GW1070",
    title: "The metaschema of OpenAPI objects",
    cause:
      "The JSON Schema that the OpenAPI Initiative publishes for documents refuses this place, and no rule of Gatewright has seen anything wrong with it. Gatewright reads it; other tools may refuse it.",
    fix: "Compare the place with the specification.",
  },
];
