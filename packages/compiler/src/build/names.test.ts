import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isGlobalName } from "./global-names.js";
import { deriveOperationId, NameRegistry, plainIdentifier, plainTypeName } from "./names.js";

describe("names", () => {
  it.each([
    ["listMessages", "listMessages"],
    ["list-items", "listItems"],
    ["list_items", "listItems"],
    ["List Items", "listItems"],
    ["get/users/{id}", "getUsersId"],
    ["URLList", "urlList"],
    ["getHTTPStatus", "getHTTPStatus"],
    ["switch", "switchOperation"],
    ["constructor", "constructorOperation"],
    ["__proto__", "proto"],
    ["9lives", "_9lives"],
    ["😀", "operation"],
    ["größe", "größe"],
    ["it's", "its"],
  ])("calls the operation %s %s", (id, identifier) => {
    expect(plainIdentifier(id)).toBe(identifier);
  });

  it.each([
    ["message", "Message"],
    ["full-repository", "FullRepository"],
    ["Blob", "BlobSchema"],
    ["error", "ErrorSchema"],
    ["Record", "RecordSchema"],
    ["1st", "_1st"],
    ["😀", "Schema"],
    ["__proto__", "Proto"],
  ])("calls the type of the schema %s %s", (name, typeName) => {
    expect(plainTypeName(name)).toBe(typeName);
  });

  it("gives any list of names distinct identifiers that TypeScript takes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 6 }), { maxLength: 8 }),
        (names) => {
          const registry = new NameRegistry();
          const identifiers = names.map((name) => registry.operationIdentifier(name));
          const types = names.map((name) => registry.schemaType(name));
          for (const given of [identifiers, types]) {
            expect(new Set(given).size).toBe(names.length);
            expect(
              given.filter((name) => !/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("keeps an operation's types clear of schemas called like them", () => {
    const registry = new NameRegistry();
    expect(registry.schemaType("CreateUserRequest")).toBe("CreateUserRequest");
    expect(registry.operationType("createUser")).toBe("CreateUser2");
    expect(registry.operationType("listUsers")).toBe("ListUsers");
  });

  it("derives an operationId from method and path", () => {
    expect(deriveOperationId("GET", "/")).toBe("get");
    expect(deriveOperationId("GET", "/users/{userId}/posts")).toBe("getUsersByUserIdPosts");
    expect(deriveOperationId("POST", "/api/v1/a-b.json")).toBe("postApiV1ABJson");
  });

  it("knows every global name of TypeScript's own libraries", () => {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve("typescript"));
    const missing: string[] = [];
    for (const file of readdirSync(folder).filter((name) => /^lib\..*\.d\.ts$/.test(name))) {
      const text = readFileSync(path.join(folder, file), "utf8");
      for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
        const name = nameOf(statement);
        if (name !== undefined && /^[A-Z]/.test(name) && !isGlobalName(name)) {
          missing.push(name);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    return declaration && ts.isIdentifier(declaration.name) ? declaration.name.text : undefined;
  }
  return ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement)
    ? statement.name?.text
    : undefined;
}
