import { describe, expect, it } from "vitest";
import { parseArguments } from "./arguments.js";
import type { Command } from "./command.js";

const command: Command = {
  name: "make",
  summary: "",
  usage: "",
  about: "",
  maxPositionals: 1,
  options: [
    { name: "out", value: "DIR", help: "" },
    { name: "emit", value: "NAME", isList: true, help: "" },
    { name: "check", help: "" },
  ],
  examples: [],
  run: async () => 0,
};

describe("parseArguments", () => {
  it("keeps words, values, lists and flags apart", () => {
    const given = parseArguments(command, [
      "a.yaml",
      "--emit",
      "types, client",
      "--emit=mocks",
      "--check",
      "--out=-x",
    ]);
    expect(given.positionals).toEqual(["a.yaml"]);
    expect(given.list("emit")).toEqual(["types", "client", "mocks"]);
    expect(given.has("check")).toBe(true);
    expect(given.value("out")).toBe("-x");
    expect(given.value("emit")).toBe("mocks");
  });

  it("takes words after -- as they are", () => {
    expect(parseArguments(command, ["--", "--out"]).positionals).toEqual(["--out"]);
  });

  it.each([
    [["--out"], "--out needs a value: --out DIR"],
    [["--out", "--check"], "--out needs a value: --out DIR"],
    [["--check=yes"], '--check takes no value, found "yes"'],
    [["--chekc"], 'has no option "--chekc"; did you mean "--check"?'],
    [["-x"], 'has no option "-x"'],
    [["--__proto__"], 'has no option "--__proto__"'],
    [["--constructor=1"], 'has no option "--constructor"'],
  ])("refuses %j", (argv, message) => {
    expect(() => parseArguments(command, argv)).toThrow(message);
  });
});
