import { describe, expect, it } from "vitest";
import { contractRules, sourceRules } from "../check/document/rules.js";
import { compileFiles } from "../check/document/testing/check-text.js";
import { documentEntries } from "./catalogue/document.js";
import { catalogue, findEntry, renderPage } from "./catalogue.js";

describe("catalogue", () => {
  it("has each code once, in order", () => {
    const codes = catalogue.map((entry) => entry.code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it("titles each rule as the rule does", () => {
    for (const { code, title } of [...sourceRules, ...contractRules]) {
      expect({ code, title: findEntry(code)?.title }).toEqual({ code, title });
    }
  });

  it.each(documentEntries.filter((entry) => entry.rejected !== undefined))(
    "shows a document that $code rejects",
    async ({ code, rejected = "" }) => {
      const { diagnostics } = await compileFiles({ "api.yaml": rejected });
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    },
  );

  it.each(documentEntries.filter((entry) => entry.accepted !== undefined))(
    "shows a document that $code accepts",
    async ({ accepted = "" }) => {
      const { diagnostics } = await compileFiles({ "api.yaml": accepted });
      expect(diagnostics).toEqual([]);
    },
  );

  it("finds an entry by code, number and in small letters", () => {
    expect(findEntry("GW1003")?.title).toBe("operationId is not unique");
    expect(findEntry("1003")).toBe(findEntry("GW1003"));
    expect(findEntry("gw1003")).toBe(findEntry("GW1003"));
    expect(findEntry("GW9999")).toBeUndefined();
  });

  it("renders a page with what to do and both documents", () => {
    const page = renderPage({
      code: "GW1000",
      title: "A note has no text",
      cause: "It was left out.",
      fix: "Write some.",
      rejected: "note: {}\n",
      accepted: "note: { text: Hello }\n",
    });
    expect(page).toMatchInlineSnapshot(`
      "# GW1000: A note has no text

      It was left out.

      ## What to do

      Write some.

      ## Rejected

      \`\`\`yaml
      note: {}
      \`\`\`

      ## Accepted

      \`\`\`yaml
      note: { text: Hello }
      \`\`\`
      "
    `);
  });
});
