import { describe, expect, it } from "vitest";
import {
  Code,
  code,
  identifier,
  joined,
  literal,
  literalKey,
  nothing,
  propertyKey,
} from "./code.js";

const evaluate = (text: Code): unknown => new Function(`return (${text});`)();

describe("code", () => {
  it("writes strings as literals and fragments as they are", () => {
    const name = identifier("message");
    expect(`${code`const ${name} = ${'say "hi"'};`}`).toBe('const message = "say \\"hi\\"";');
  });

  it("keeps every text a text", () => {
    const hostile = [
      '"; throw 1; //',
      "`$\u007b1}`",
      "*/",
      "'",
      "\\",
      "\u2028",
      "\u2029",
      "\n\r",
      "\ud800",
      "</script>",
      "\u202eabc",
    ];
    for (const text of hostile) expect(evaluate(code`${text}`)).toBe(text);
  });

  it("does not write characters that change how a line reads", () => {
    expect(`${code`${"a\u202eb\u2028c\u2066"}`}`).toBe('"a\\u202eb\\u2028c\\u2066"');
  });

  it("takes an object with a text field for data, not for code", () => {
    const forged = JSON.parse('{ "text": "boom()", "isEmpty": false }');
    expect(forged instanceof Code).toBe(false);
    expect(evaluate(literal(forged))).toEqual({ text: "boom()", isEmpty: false });
  });

  it("indents a fragment of several lines as far as the line that it is put into", () => {
    const lines = [code`a,`, code`{\n  b,\n}`];
    expect(`${code`[\n  ${lines}\n]`}`).toBe("[\n  a,\n  {\n    b,\n  }\n]");
  });

  it("leaves out a line that holds nothing but an empty fragment", () => {
    expect(`${code`{\n  ${nothing}\n  ${[]}\n  a\n}`}`).toBe("{\n  a\n}");
  });

  it("joins fragments", () => {
    expect(`${joined([code`a`, code`b`], " | ")}`).toBe("a | b");
  });
});

describe("identifier", () => {
  it("takes letters of any script", () => {
    expect(`${identifier("größe")}`).toBe("größe");
  });

  it("refuses what is not a name", () => {
    for (const name of ["", "a b", "1a", "a;", "a\u202e"]) {
      expect(() => identifier(name)).toThrow(TypeError);
    }
  });
});

describe("a property's key", () => {
  it("is quoted unless it is an identifier", () => {
    expect([propertyKey("a"), propertyKey("a-b"), propertyKey("")].join()).toBe('a,"a-b",""');
  });

  it("is a number in an object literal where it is a status", () => {
    expect([literalKey("200"), literalKey("4XX"), literalKey("007")].join()).toBe(
      '200,"4XX","007"',
    );
  });

  it("is a property of its own even when it is called __proto__", () => {
    const value = evaluate(code`{ ${literalKey("__proto__")}: ${"x"} }`);
    expect(Object.hasOwn(Object(value), "__proto__")).toBe(true);
  });
});

describe("literal", () => {
  it("gives back the value that it was made from", () => {
    const value = JSON.parse(
      '{ "__proto__": { "a": 1 }, "list": [1, -2.5, 1e21, null, true, "x"], "empty": {}, "none": [], "a-b": "\\u2028" }',
    );
    const back = evaluate(literal(value));
    expect(back).toEqual(value);
    expect(JSON.stringify(back)).toBe(JSON.stringify(value));
  });

  it("puts what is short on one line and the rest on lines of its own", () => {
    expect(`${literal({ a: 1, b: ["x"] })}`).toBe('{ a: 1, b: ["x"] }');
    expect(`${literal({ a: "1234567890", b: [] }, 10)}`).toBe('{\n  a: "1234567890",\n  b: [],\n}');
  });
});
