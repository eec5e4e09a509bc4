import { describe, expect, it } from "vitest";
import { createRouteTable } from "./route-table.js";

const table = createRouteTable({
  list: { method: "GET", path: "/messages" },
  read: { method: "GET", path: "/messages/{id}" },
  remove: { method: "DELETE", path: "/messages/{messageId}" },
  latest: { method: "GET", path: "/messages/latest" },
  file: { method: "GET", path: "/files/{name}.json" },
  anyFile: { method: "GET", path: "/files/{name}" },
  parts: { method: "GET", path: "/{a}/{b}/parts" },
  proto: { method: "GET", path: "/__proto__/constructor" },
});

describe("createRouteTable", () => {
  it.each([
    ["GET", "/messages", "list", {}],
    ["GET", "/messages/7", "read", { id: "7" }],
    ["DELETE", "/messages/7", "remove", { messageId: "7" }],
    ["GET", "/messages/latest", "latest", {}],
    ["DELETE", "/messages/latest", undefined, undefined],
    ["GET", "/files/a.json", "file", { name: "a" }],
    ["GET", "/files/a.txt", "anyFile", { name: "a.txt" }],
    ["GET", "/messages/7/parts", "parts", { a: "messages", b: "7" }],
    ["GET", "/messages/a%2Fb%20c", "read", { id: "a/b c" }],
    ["GET", "/messages/100%", "read", { id: "100%" }],
    ["GET", "/messages/", undefined, undefined],
    ["GET", "/messages/7/", undefined, undefined],
    ["GET", "/__proto__/constructor", "proto", {}],
    ["GET", "/constructor", undefined, undefined],
    ["HEAD", "/messages", "list", {}],
    ["PUT", "/messages", undefined, undefined],
  ])("%s %s → %s", (method, path, identifier, variables) => {
    const found = table.find(method, path);
    expect(found?.identifier).toBe(identifier);
    expect(found?.path).toEqual(variables);
  });

  it("knows the methods of a path", () => {
    expect(table.methods("/messages/7")).toEqual(["GET", "DELETE"]);
    expect(table.methods("/nothing")).toEqual([]);
  });
});
