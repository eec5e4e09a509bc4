import { describe, expect, it } from "vitest";
import { compileFiles, printAll } from "../check/document/testing/check-text.js";

const HEAD = 'openapi: 3.1.0\ninfo: { title: Notes, version: "1" }\n';

async function schemasOf(files: Readonly<Record<string, string>>): Promise<unknown> {
  const compilation = await compileFiles(files);
  expect(printAll(compilation)).toBe("");
  return Object.fromEntries(
    (compilation.contract?.schemas ?? []).map(({ name, schema, at }) => [name, { schema, at }]),
  );
}

describe("bundling", () => {
  it("gives what a component points at in another file that component's name everywhere", async () => {
    const files = {
      "api.yaml": `${HEAD}paths:
  /notes: { $ref: paths/notes.yaml }
components:
  schemas:
    Note: { $ref: "schemas/note.yaml#/TheNote" }
`,
      "paths/notes.yaml": `get:
  operationId: listNotes
  responses:
    "200":
      description: The notes
      content: { application/json: { schema: { type: array, items: { $ref: ../schemas/note.yaml#/TheNote } } } }
`,
      "schemas/note.yaml": `TheNote:
  type: object
  properties:
    text: { $ref: "#/Text" }
    answers: { type: array, items: { $ref: note.yaml#/TheNote } }
Text: { type: string }
`,
    };
    expect(await schemasOf(files)).toEqual({
      Note: {
        schema: {
          type: "object",
          properties: {
            text: { $ref: "#/components/schemas/Text" },
            answers: { type: "array", items: { $ref: "#/components/schemas/Note" } },
          },
        },
        at: "schemas/note.yaml#/TheNote",
      },
      Text: { schema: { type: "string" }, at: "schemas/note.yaml#/Text" },
    });
    const { contract, bundle, files: read } = await compileFiles(files);
    expect(contract?.operations[0]?.responses[0]?.content[0]?.schema).toEqual({
      type: "array",
      items: { $ref: "#/components/schemas/Note" },
    });
    expect(contract?.operations[0]?.at).toBe("paths/notes.yaml#/get");
    expect(JSON.stringify(bundle)).not.toContain(".yaml");
    expect(read).toEqual(["api.yaml", "schemas/note.yaml", "paths/notes.yaml"]);
  });

  it("hoists a schema that is referenced where it stands, under a name of its own", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths: {}
components:
  schemas:
    Note: { properties: { author: { type: object, properties: { name: { type: string } } } } }
    Signature: { $ref: "#/components/schemas/Note/properties/author" }
    NoteAuthorName: { $ref: "#/components/schemas/Note/properties/author/properties/name" }
`,
    });
    expect(schemas).toMatchObject({
      Signature: {
        schema: { type: "object", properties: { name: { type: "string" } } },
        at: "api.yaml#/components/schemas/Note/properties/author",
      },
      NoteAuthorName: { schema: { type: "string" } },
    });
  });

  it("never gives two things one name", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths: {}
components:
  schemas:
    Note: { properties: { a: { $ref: a.yaml#/Note }, b: { $ref: b.yaml#/Note } } }
`,
      "a.yaml": "Note: { type: string }\n",
      "b.yaml": "Note: { type: integer }\n",
    });
    expect(schemas).toMatchObject({
      Note: {
        schema: {
          properties: {
            a: { $ref: "#/components/schemas/Note2" },
            b: { $ref: "#/components/schemas/Note3" },
          },
        },
      },
      Note2: { schema: { type: "string" } },
      Note3: { schema: { type: "integer" } },
    });
  });

  it("finds schemas by $anchor and $id, and counts pointers from the schema that has the $id", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths: {}
components:
  schemas:
    Note: { $anchor: note, $id: "https://example.com/note", properties: { text: { $ref: "#/$defs/text" } }, $defs: { text: { type: string } } }
    ByAnchor: { allOf: [{ $ref: "#note" }] }
    ById: { allOf: [{ $ref: "https://example.com/note" }] }
    ByPath: { allOf: [{ $ref: "https://example.com/note#/$defs/text" }] }
`,
    });
    expect(schemas).toMatchObject({
      Note: { schema: { properties: { text: { $ref: "#/components/schemas/NoteText" } } } },
      ByAnchor: { schema: { allOf: [{ $ref: "#/components/schemas/Note" }] } },
      ById: { schema: { allOf: [{ $ref: "#/components/schemas/Note" }] } },
      ByPath: { schema: { allOf: [{ $ref: "#/components/schemas/NoteText" }] } },
      NoteText: { schema: { type: "string" } },
    });
    expect(JSON.stringify(schemas)).not.toContain("$id");
  });

  it("takes a plain JSON Schema file, definitions and all", async () => {
    const files = {
      "api.yaml": `${HEAD}paths: {}
components: { schemas: { Note: { $ref: note.json } } }
`,
      "note.json": JSON.stringify({
        $schema: "http://json-schema.org/draft-07/schema#",
        properties: { text: { $ref: "#/definitions/text" } },
        definitions: { text: { $ref: "#/definitions/line" }, line: { type: "string" } },
      }),
    };
    expect(await schemasOf(files)).toMatchObject({
      Note: { schema: { properties: { text: { $ref: "#/components/schemas/line" } } } },
      line: { schema: { type: "string" }, at: "note.json#/definitions/line" },
    });
    const { bundle } = await compileFiles(files);
    expect(JSON.stringify(bundle)).not.toContain("#/definitions");
  });

  it("unescapes pointers: ~1, ~0 and percent signs", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths:
  /notes/{id}~x:
    parameters: [{ name: id, in: path, required: true, schema: { type: string, minLength: 9 } }]
components:
  schemas:
    Id: { allOf: [{ $ref: "#/paths/~1notes~1%7Bid%7D~0x/parameters/0/schema" }] }
`,
    });
    expect(schemas).toMatchObject({
      NotesIdX0: { schema: { type: "string", minLength: 9 } },
    });
  });

  it("follows references of every kind, to references too", async () => {
    const { contract, diagnostics } = await compileFiles({
      "api.yaml": `${HEAD}paths:
  /notes:
    post:
      operationId: postNote
      parameters: [{ $ref: "#/components/parameters/Alias" }]
      requestBody: { $ref: "#/components/requestBodies/Note" }
      responses:
        "201": { $ref: "#/components/responses/Created" }
      callbacks: { changed: { $ref: "#/components/callbacks/Changed" } }
components:
  parameters:
    Alias: { $ref: "#/components/parameters/Limit" }
    Limit: { name: limit, in: query, schema: { type: integer } }
  requestBodies:
    Note: { content: { text/plain: { examples: { short: { $ref: "#/components/examples/Short" } } } } }
  responses:
    Created: { description: Done, headers: { Location: { $ref: "#/components/headers/Location" } }, links: { self: { $ref: "#/components/links/Self" } } }
  headers:
    Location: { required: true, schema: { type: string } }
  links:
    Self: { operationId: postNote }
  examples:
    Short: { value: Hello }
  callbacks:
    Changed: { "{$request.body#/url}": { post: { responses: { "204": { description: Heard } } } } }
`,
    });
    expect(diagnostics).toEqual([]);
    expect(contract?.operations[0]).toMatchObject({
      parameters: [{ name: "limit", at: "api.yaml#/components/parameters/Limit" }],
      requestBody: { content: [{ examples: [{ name: "short", value: "Hello" }] }] },
      responses: [{ status: "201", headers: [{ name: "Location", required: true }] }],
      callbacks: [{ name: "changed", operations: [{ method: "POST" }] }],
    });
  });

  it("keeps what stands beside $ref of a 3.1 schema", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths: {}
components:
  schemas:
    Text: { type: string }
    Title: { $ref: "#/components/schemas/Text", maxLength: 80 }
`,
    });
    expect(schemas).toMatchObject({
      Title: { schema: { $ref: "#/components/schemas/Text", maxLength: 80 } },
    });
  });

  it("resolves discriminator mappings by name and by reference", async () => {
    const schemas = await schemasOf({
      "api.yaml": `${HEAD}paths: {}
components:
  schemas:
    Entry:
      oneOf: [{ $ref: "#/components/schemas/Note" }, { $ref: other.yaml#/Memo }]
      discriminator: { propertyName: kind, mapping: { note: Note, memo: other.yaml#/Memo } }
    Note: { type: object }
`,
      "other.yaml": "Memo: { type: object }\n",
    });
    expect(schemas).toMatchObject({
      Entry: {
        schema: {
          discriminator: {
            mapping: { note: "#/components/schemas/Note", memo: "#/components/schemas/Memo" },
          },
        },
      },
    });
  });

  it("says one thing about a broken reference and nothing about what it breaks", async () => {
    const compilation = await compileFiles({
      "api.yaml": `${HEAD}paths:
  /notes/{id}:
    get:
      parameters: [{ $ref: "#/components/parameters/Id" }]
      responses: { "200": { $ref: "responses.yaml#/Ok" } }
`,
    });
    expect(printAll(compilation)).toMatchInlineSnapshot(`
      "api.yaml:6:28 error GW1010 "#/components/parameters/Id" leads nowhere: there is no "components"
          5 |     get:
          6 |       parameters: [{ $ref: "#/components/parameters/Id" }]
            |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        fix: Define it, or correct the reference.
        docs: docs/diagnostics/GW1010.md   (or: gatewright explain GW1010)
      api.yaml:7:35 error GW1011 there is no file "responses.yaml"
          6 |       parameters: [{ $ref: "#/components/parameters/Id" }]
          7 |       responses: { "200": { $ref: "responses.yaml#/Ok" } }
            |                                   ^^^^^^^^^^^^^^^^^^^^
        fix: Create it, or correct the reference; it is relative to the file that it stands in.
        docs: docs/diagnostics/GW1011.md   (or: gatewright explain GW1011)"
    `);
  });

  it("says once that path items go in a circle", async () => {
    const compilation = await compileFiles({
      "api.yaml": `${HEAD}paths:
  /notes:
    post:
      responses: { "204": { description: Done } }
      callbacks: { again: { "{$url}": { $ref: "#/paths/~1notes" } } }
`,
    });
    expect(compilation.diagnostics.map(({ code, at }) => `${code} ${at}`)).toEqual([
      "GW1014 api.yaml#/paths/~1notes/post/callbacks/again/{$url}/$ref",
    ]);
  });
});
