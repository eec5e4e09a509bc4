import { describe, expect, it } from "vitest";
import { createPathTree } from "./path-tree.js";

const templates = [
  "/",
  "/messages",
  "/messages/{id}",
  "/messages/{messageId}",
  "/messages/latest",
  "/files/{name}",
  "/files/{name}.json",
  "/files/{name}.{extension}",
  "/a.c/{d}",
  "/{a}/{b}/parts",
  "/__proto__/constructor",
  "/tree/{path+}",
  "/tree/{owner}/top",
];
const tree = createPathTree(templates.map((template) => [template, template]));

describe("a path tree", () => {
  it.each([
    ["/", ["/"], []],
    ["/messages", ["/messages"], []],
    ["/messages/7", ["/messages/{id}", "/messages/{messageId}"], ["7"]],
    ["/messages/latest", ["/messages/latest"], []],
    ["/messages/%6Catest", ["/messages/latest"], []],
    ["/files/a.json", ["/files/{name}.json"], ["a"]],
    ["/files/a.b.txt", ["/files/{name}.{extension}"], ["a", "b.txt"]],
    ["/files/a", ["/files/{name}"], ["a"]],
    ["/messages/7/parts", ["/{a}/{b}/parts"], ["messages", "7"]],
    ["/messages/a%2Fb%20c", ["/messages/{id}", "/messages/{messageId}"], ["a/b c"]],
    ["/messages/100%", ["/messages/{id}", "/messages/{messageId}"], ["100%"]],
    ["/messages/..", ["/messages/{id}", "/messages/{messageId}"], [".."]],
    ["/__proto__/constructor", ["/__proto__/constructor"], []],
    ["/tree/a", ["/tree/{path+}"], ["a"]],
    ["/tree/a/b%2Fc/../d", ["/tree/{path+}"], ["a/b/c/../d"]],
    ["/tree/a//b/", ["/tree/{path+}"], ["a//b"]],
    ["/tree/a/top", ["/tree/{owner}/top"], ["a"]],
    ["/tree/a/top/b", ["/tree/{path+}"], ["a/top/b"]],
  ])("finds what belongs to %s", (path, values, variables) => {
    expect(tree.find(path)).toEqual({ values, variables });
  });

  it.each([
    "",
    "/messages/",
    "/messages/7/",
    "//",
    "/constructor",
    "/tree",
    "/tree/",
    "/tree//a",
    "/abc/1",
    "/messages/7/parts/8",
  ])("finds nothing at %j", (path) => {
    expect(tree.find(path)).toBeUndefined();
  });

  it("leaves a path as it is that has been decoded already", () => {
    expect(tree.find("/messages/100%25", false)?.variables).toEqual(["100%25"]);
  });
});
