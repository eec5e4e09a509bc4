import { describe, expect, it } from "vitest";
import { checkTarget, GET, openDocument } from "./testing/check-target.js";

const ID = "    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n";

describe("GW2020 pathCharacters", () => {
  it("points at a path with a character that a segment cannot hold", async () => {
    expect(await checkTarget(openDocument(`  /users/@me:\n${GET}`))).toMatchInlineSnapshot(`
      "api.yaml:5:3 error GW2020 the path "/users/@me" has "@"; a segment holds letters, digits and _ - . , :
          4 | paths:
          5 |   /users/@me:
            |   ^^^^^^^^^^
        fix: Change the path, or let a variable stand for the segment. Percent-encoding does not help.
        docs: docs/diagnostics/GW2020.md   (or: gatewright explain GW2020)"
    `);
  });

  it("warns of a colon, about which AWS contradicts itself", async () => {
    const printed = await checkTarget(openDocument(`  /users:search:\n${GET}`));
    expect(printed).toContain("warning GW2020");
  });

  it("takes letters, digits, dots, hyphens and underscores", async () => {
    expect(await checkTarget(openDocument(`  /v1.2/some-users_x:\n${GET}`))).toBe("");
  });
});

describe("GW2021 pathMixedSegment", () => {
  it("points at a path whose variable is part of a segment", async () => {
    const document = openDocument(`  /users/{id}.json:\n${ID}${GET}`);
    expect(await checkTarget(document)).toMatchInlineSnapshot(`
      "api.yaml:5:3 error GW2021 the path "/users/{id}.json" has the segment "{id}.json"; on API Gateway a variable is a whole segment
          4 | paths:
          5 |   /users/{id}.json:
            |   ^^^^^^^^^^^^^^^^
        fix: Make the variable a segment of its own, or end the path with {proxy+} and take it apart in the function.
        docs: docs/diagnostics/GW2021.md   (or: gatewright explain GW2021)"
    `);
  });

  it("takes a variable that is the whole segment", async () => {
    expect(await checkTarget(openDocument(`  /users/{id}:\n${ID}${GET}`))).toBe("");
  });
});

describe("GW2022 pathSiblingVariables", () => {
  const greedy = ID.replace("name: id", "name: rest+");

  it("points at a greedy variable beside an ordinary one", async () => {
    const document = openDocument(`  /files/{id}:\n${ID}${GET}  /files/{rest+}:\n${greedy}${GET}`);
    expect(await checkTarget(document, { code: "GW2022" })).toMatchInlineSnapshot(`
      "api.yaml:9:3 error GW2022 the paths "/files/{rest+}" and "/files/{id}" put a variable and a greedy variable at one place; a resource has one variable child
          8 |       responses: { "204": { description: Done } }
          9 |   /files/{rest+}:
            |   ^^^^^^^^^^^^^^
        api.yaml:5:3 the other path
        fix: Leave one of them out, or give it a fixed segment before the variable.
        docs: docs/diagnostics/GW2022.md   (or: gatewright explain GW2022)"
    `);
  });

  it("takes sibling variables of different names: the definition gives them one", async () => {
    const user = ID.replace("name: id", "name: userId");
    const document = openDocument(
      `  /users/{id}:\n${ID}${GET}  /users/{userId}/posts:\n${user}${GET}`,
    );
    expect(await checkTarget(document)).toBe("");
  });
});

describe("GW2023 pathGreedyLast", () => {
  it("points at a path that goes on after a greedy variable", async () => {
    const document = openDocument(
      `  /files/{id+}/versions:\n${ID.replace("name: id", "name: id+")}${GET}`,
    );
    expect(await checkTarget(document, { code: "GW2023" })).toMatchInlineSnapshot(`
      "api.yaml:5:3 error GW2023 the path "/files/{id+}/versions" goes on after {id+}, which takes the rest of a path
          4 | paths:
          5 |   /files/{id+}/versions:
            |   ^^^^^^^^^^^^^^^^^^^^^
        fix: End the path with the greedy variable.
        docs: docs/diagnostics/GW2023.md   (or: gatewright explain GW2023)"
    `);
  });

  it("takes a greedy variable at the end", async () => {
    const document = openDocument(`  /files/{id+}:\n${ID.replace("name: id", "name: id+")}${GET}`);
    expect(await checkTarget(document, { code: "GW2023" })).toBe("");
  });
});

describe("GW2024 pathEmptySegment", () => {
  it("points at a path that ends in a slash", async () => {
    expect(await checkTarget(openDocument(`  /notes/:\n${GET}`))).toMatchInlineSnapshot(`
      "api.yaml:5:3 error GW2024 the path "/notes/" has an empty segment; a REST API has no such resource
          4 | paths:
          5 |   /notes/:
            |   ^^^^^^^
        fix: Write "/notes".
        docs: docs/diagnostics/GW2024.md   (or: gatewright explain GW2024)"
    `);
  });

  it("takes the root", async () => {
    expect(await checkTarget(openDocument(`  /:\n${GET}`))).toBe("");
  });
});

describe("GW2025 resourceQuota", () => {
  const document = openDocument(
    Array.from({ length: 150 }, (_, index) => `  /a${index}/b:\n${GET}`).join(""),
  );

  it("counts resources in between and the root", async () => {
    expect(await checkTarget(document)).toContain(
      "error GW2025 the paths make 301 resources, those in between included; the quota is 300",
    );
  });

  it("takes as many as a raised quota allows", async () => {
    expect(await checkTarget(document, { settings: { quotas: { resources: 301 } } })).toBe("");
  });
});

describe("GW2028 reservedPath", () => {
  it("warns of a path that API Gateway answers itself", async () => {
    expect(await checkTarget(openDocument(`  /ping:\n${GET}`))).toContain("warning GW2028");
    expect(await checkTarget(openDocument(`  /a/ping:\n${GET}`))).toBe("");
  });
});

describe("GW2029 methodSupported", () => {
  it("points at a TRACE operation", async () => {
    const document = openDocument(`  /notes:\n${GET.replace("get:", "trace:")}`);
    expect(await checkTarget(document)).toMatchInlineSnapshot(`
      "api.yaml:6:5 error GW2029 TRACE /notes: API Gateway has no TRACE methods
          5 |   /notes:
          6 |     trace:
            |     ^^^^^
        fix: Remove the operation.
        docs: docs/diagnostics/GW2029.md   (or: gatewright explain GW2029)"
    `);
  });

  it("takes the other methods", async () => {
    const methods = ["get", "put", "post", "delete", "patch", "options", "head"];
    const items = methods.map((method) => GET.replace("get:", `${method}:`)).join("");
    expect(await checkTarget(openDocument(`  /notes:\n${items}`))).toBe("");
  });
});

describe("GW2210 routeQuota", () => {
  it("counts the operations of an HTTP API", async () => {
    const item = `${GET}${GET.replace("get:", "put:")}`;
    const paths = Array.from({ length: 151 }, (_, index) => `  /a${index}:\n${item}`).join("");
    expect(await checkTarget(openDocument(paths), { asked: ["http-api"] })).toContain(
      "error GW2210 the operations make 302 routes; an HTTP API has 300",
    );
  });
});
