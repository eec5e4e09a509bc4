import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type DevServer, startDev } from "gatewright";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { linePlans, plans } from "./plans.js";
import { makeSandbox, run, runModule, typeCheck, writeModule } from "./sandbox.js";
import { pages, readSnippets, root, type Snippet } from "./snippet.js";

const snippets = readSnippets();
const sandbox = makeSandbox();
const project = join(sandbox.folder, "notes");
const bin = join(root, "packages", "cli", "bin", "gatewright.mjs");

/** The project of docs/getting-started.md, as the page has its reader write it. */
beforeAll(async () => {
  vi.spyOn(console, "log").mockReturnValue(undefined);
  mkdirSync(join(project, "src"), { recursive: true });
  writeFileSync(join(project, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(project, "notes.yaml"), textOf("A document"));
  writeFileSync(join(project, "gatewright.config.ts"), textOf("A config"));
  writeFileSync(join(project, "src", "function.ts"), textOf("A function"));
  const { code, output } = await run(process.execPath, [bin, "generate"], project);
  expect(output).not.toContain("error");
  expect(code).toBe(0);
});
afterAll(() => sandbox.remove());

function textOf(heading: string): string {
  const name = `docs/getting-started.md § ${heading}`;
  const found = snippets.find((each) => each.name === name && each.language !== "sh");
  return found?.text ?? expect.fail(`no snippet under ${name}`);
}

const scripts = snippets.filter(({ language }) =>
  /^(ts|js|tsx|javascript|typescript)$/.test(language),
);
const runnable = scripts.filter(({ name }) => plans[name]?.notRun === undefined);

function moduleOf(snippet: Snippet): string {
  return writeModule(
    sandbox.folder,
    `snippet-${scripts.indexOf(snippet)}`,
    snippet,
    plans[snippet.name],
  );
}

it("every plan belongs to a snippet", () => {
  const names = scripts.map(({ name }) => name);
  expect(Object.keys(plans).filter((name) => !names.includes(name))).toEqual([]);
});

it("the TypeScript on every page compiles, strictly", async () => {
  const files = [...runnable.map(moduleOf), join(project, "src", "function.ts")];
  const byFile = files.map(
    (file, index) => `${relative(sandbox.folder, file)}: ${runnable[index]?.name}`,
  );
  expect(await typeCheck(sandbox.folder, files), byFile.join("\n")).toBe("");
});

it.each(runnable.map((snippet) => [snippet.name, snippet] as const))(
  "the TypeScript of %s runs",
  async (name, snippet) => {
    const plan = plans[name] ?? {};
    const hasOwnServer = /setupServer|startLocal|startDev/.test(snippet.text);
    const cwd = plan.inProject ? project : sandbox.folder;
    const { code, stdout, output } = await runModule(moduleOf(snippet), cwd, hasOwnServer);
    expect(code, output).toBe(0);
    const lines = stdout.split("\n");
    for (const line of plan.prints ?? []) {
      expect(
        lines.some((each) => each.startsWith(line)),
        `${line} in ${output}`,
      ).toBe(true);
    }
  },
);

describe("lines for the shell", () => {
  const lines = snippets
    .filter(({ language }) => /^(sh|bash|console)$/.test(language))
    .flatMap(({ name, text }) =>
      text
        .split("\n")
        .map((line) => line.replace(/\s+# .*$/, "").trim())
        .filter((line) => line !== "" && !line.startsWith("#"))
        .map((line) => ({ name, line, plan: linePlans.find(({ pattern }) => pattern.test(line)) })),
    );
  let whiteboard: DevServer;
  beforeAll(async () => {
    whiteboard = await startDev({
      cwd: root,
      port: 0,
      controlPort: 0,
      dataDir: join(sandbox.folder, "data"),
      conditions: ["@gatewright/source"],
      env: {},
    });
  });
  afterAll(() => whiteboard?.close());

  it("are all run, or left out for a reason", () => {
    const unknown = lines.filter(({ plan }) => plan === undefined);
    expect(unknown.map(({ name, line }) => `${name}: ${line}`)).toEqual([]);
  });

  it.each(
    lines.filter(({ plan }) => plan?.run === "project").map(({ line, name }) => [line, name]),
  )("%s (%s)", async (line) => {
    const args = line.split(/\s+/).slice(3);
    const { code, output } = await run(process.execPath, [bin, ...args], project);
    expect(code, output).toBe(0);
  });

  it.each(
    lines.filter(({ plan }) => plan?.run === "whiteboard").map(({ line, name }) => [line, name]),
  )("%s (%s)", async (line) => {
    const command = line.replaceAll("http://127.0.0.1:4000", whiteboard.url);
    const { code, output } = await run("sh", ["-c", command], root);
    expect(code, output).toBe(0);
    expect(output).toMatch(/^HTTP\/1\.1 (200|201|400) /m);
  });

  it.each(lines.filter(({ plan }) => plan?.run === "root").map(({ line, name }) => [line, name]))(
    "%s (%s)",
    async (line) => {
      const { code, stdout } = await run("sh", ["-c", line.replace(/ > \S+$/, "")], root);
      expect(code).toBe(0);
      expect(() => JSON.parse(stdout)).not.toThrow();
      expect(stdout).not.toContain("${AWS");
    },
  );
});

it("the project of docs/getting-started.md runs and answers", async () => {
  const server = await startDev({
    cwd: project,
    port: 0,
    controlPort: 0,
    conditions: ["@gatewright/source"],
    env: {},
  });
  try {
    const post = (body: unknown) =>
      fetch(`${server.url}/notes`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const added = await post({ text: "Buy chalk" });
    expect([added.status, await added.json()]).toEqual([
      201,
      { id: expect.any(String), text: "Buy chalk" },
    ]);
    expect((await post({})).status).toBe(400);
  } finally {
    await server.close();
  }
});

it.each(
  snippets.filter(({ language }) => language === "json").map((each) => [each.name, each.text]),
)("the JSON of %s is JSON", (_, text) => {
  expect(() => JSON.parse(text)).not.toThrow();
});

it("the contract's excerpt in README.md stands in the contract", () => {
  const excerpt = snippets.find(
    ({ file, language }) => file === "README.md" && language === "yaml",
  );
  const lines = readFileSync(join(root, "openapi/paths/message.yaml"), "utf8").split("\n");
  let from = 0;
  for (const line of excerpt?.text.trimEnd().split("\n") ?? expect.fail("no excerpt")) {
    const found = lines.indexOf(line, from);
    expect(found, line).toBeGreaterThanOrEqual(from);
    from = found + 1;
  }
});

it.each(pages.map((page) => [page]))("%s links to what is there", (page) => {
  const text = readFileSync(join(root, page), "utf8").replace(/^```.*?^```/gms, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  const missing = targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !existsSync(resolve(root, dirname(page), target)));
  expect(missing).toEqual([]);
});
