import { describe, expect, it } from "vitest";
import { Imports } from "./imports.js";

describe("Imports", () => {
  it("writes packages first, types with `type`, each name once", () => {
    const imports = new Imports([]);
    imports.type("./b.js", "B");
    imports.value("pkg", "make");
    imports.type("pkg", "Made");
    imports.type("./b.js", "B");
    expect(`${imports.toCode()}`).toBe(
      'import { type Made, make } from "pkg";\nimport type { B } from "./b.js";',
    );
  });

  it("imports a name that the file declares under another", () => {
    const imports = new Imports(["Reply", "bearer"]);
    expect(`${imports.type("pkg", "Reply")} ${imports.value("pkg", "bearer")}`).toBe(
      "ImportedReply bearer_",
    );
    expect(`${imports.toCode()}`).toBe(
      'import { type Reply as ImportedReply, bearer as bearer_ } from "pkg";',
    );
  });

  it("tells names of different modules apart", () => {
    const imports = new Imports([]);
    expect(`${imports.type("a", "T")} ${imports.type("b", "T")}`).toBe("T ImportedT");
  });
});
