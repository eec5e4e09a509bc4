import { describe, expect, it } from "vitest";
import { isUlid } from "../store/ulid.js";
import { decodeCursor, encodeCursor } from "./cursor.js";

const key = "01JC8Z3M5N7P9QRSTVWXYZ0123";
const cursor = "MDFKQzhaM001TjdQOVFSU1RWV1hZWjAxMjM";

describe("a cursor", () => {
  it("is the base64url of the sort key", () => {
    expect(encodeCursor(key)).toBe(cursor);
    expect(decodeCursor(cursor, isUlid)).toBe(key);
  });

  it.each([
    ["that is no base64url", "!!!"],
    ["of another key", encodeCursor("messages#1")],
    ["with a partition in it", encodeCursor(JSON.stringify({ pk: "users", sk: key }))],
    ["with characters behind it", `${cursor}A`],
    ["with padding", `${cursor}=`],
    ["that is empty", ""],
    ["that is the key itself", key],
  ])("%s is refused", (_, text) => {
    expect(decodeCursor(text, isUlid)).toBeNull();
  });
});
