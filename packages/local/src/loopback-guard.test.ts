import { expect, it } from "vitest";
import { isLocalHost } from "./loopback-guard.js";

it.each(["127.0.0.1", "127.0.0.1:4001", "localhost:4001", "LOCALHOST", "[::1]:80"])(
  "knows %s",
  (host) => {
    expect(isLocalHost(host)).toBe(true);
  },
);

it.each([
  undefined,
  "",
  "127.0.0.1.evil.example",
  "evil.example",
  "localhost.evil.example:80",
  "127.0.0.1:80:80",
  "127.0.0.2",
  "user@localhost",
])("does not know %s", (host) => {
  expect(isLocalHost(host)).toBe(false);
});
