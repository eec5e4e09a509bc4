import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LocalError } from "./local-error.js";
import { localErrors } from "./local-errors.js";

it("has a catalogue entry for every code in the sources, and no entry without use", () => {
  const used = new Set(
    readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
      .filter(
        (file) => file.endsWith(".ts") && !file.includes("test") && !file.includes("local-errors"),
      )
      .flatMap(
        (file) => readFileSync(join(import.meta.dirname, file), "utf8").match(/"GW\d{4}"/g) ?? [],
      )
      .map((code) => code.slice(1, -1)),
  );
  expect([...used].sort()).toEqual(Object.keys(localErrors).sort());
});

it("prints code, title, message, place and fix", () => {
  const error = new LocalError([
    { code: "GW6002", pointer: "/a", message: "caching", fix: "Take it out." },
    { code: "GW6010", message: "port 80 on 127.0.0.1 is in use by another process" },
  ]);
  expect(error.code).toBe("GW6002");
  expect(error.message).toBe(
    "GW6002 The local gateway does not support this: caching\n" +
      "  in the definition: /a\n" +
      "  fix: Take it out.\n" +
      "GW6010 The port is taken: port 80 on 127.0.0.1 is in use by another process",
  );
});
