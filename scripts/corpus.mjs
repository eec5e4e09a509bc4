// Runs the toolkit over a folder of real and hostile documents and says what came out as it should.
//   node scripts/corpus.mjs DIR            the OpenAPI initiative's examples, the museum, and the broken set
//   node scripts/corpus.mjs DIR --all      every document that DIR/INDEX.md lists
// DIR/INDEX.md (section 3) and DIR/broken/EXPECTED.md hold the right outcomes. Closes with "N passed, N failed".
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setUp } from "./setup.mjs";
import { root, runMain, toolEnvironment, UserError } from "./toolchain.mjs";

/** What is run without --all: small documents that cover much of the standard. */
const DEFAULT_FOLDERS = ["oai-examples/", "museum/"];
const TIME_LIMIT_MS = 120_000;

/** Makes a child report its peak memory as it ends; `maxRSS` is in KiB. */
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('\\nMAXRSS '+process.resourceUsage().maxRSS+'\\n'))",
)}`;

await runMain(async () => {
  const args = process.argv.slice(2);
  const directory = args.find((argument) => !argument.startsWith("--"));
  if (directory === undefined) throw new UserError("Name the folder: node scripts/corpus.mjs DIR");
  if (!existsSync(join(directory, "INDEX.md"))) {
    process.stdout.write(`${directory} has no INDEX.md: skipped.\n0 passed, 0 failed\n`);
    return 0;
  }
  const node = await setUp();
  const corpus = resolve(directory);
  const results = [
    ...(await runDocuments(node, corpus, args.includes("--all"))),
    ...(await runBroken(node, join(corpus, "broken"))),
  ];
  const failed = results.filter((isRight) => !isRight).length;
  process.stdout.write(`\n${results.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 2;
});

/** Generates everything for each document, type-checks it and loads it. */
async function runDocuments(node, corpus, isAll) {
  const rows = tableRows(readFileSync(join(corpus, "INDEX.md"), "utf8"), "## 3.")
    .map(([path, outcome]) => ({ path: path.replaceAll("`", ""), outcome }))
    .filter(({ path }) => isAll || DEFAULT_FOLDERS.some((folder) => path.startsWith(folder)));
  process.stdout.write(
    "\n| document | expected | came out | seconds | peak MiB | types and modules |\n|---|---|---|---|---|---|\n",
  );
  const results = [];
  for (const { path, outcome } of rows) {
    const out = mkdtempSync(join(tmpdir(), "gatewright-corpus-"));
    try {
      const made = await gatewright(node, corpus, ["generate", path, "--out", out]);
      const verdict = verdictOf(made);
      const checked =
        made.code === 0 ? await execute(node, ["scripts/typecheck-output.mjs", out], root) : null;
      const isRight = matches(outcome, verdict) && (checked === null || checked.code === 0);
      results.push(isRight);
      const types = checked === null ? "-" : checked.code === 0 ? "strict, load" : "**fail**";
      process.stdout.write(
        `| ${path} | ${outcome} | ${isRight ? "" : "**"}${verdict}${isRight ? "" : "**"} | ${made.seconds.toFixed(1)} | ${made.peakMiB} | ${types} |\n`,
      );
      if (!isRight) process.stdout.write(`${excerpt(made)}\n${checked ? excerpt(checked) : ""}\n`);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  return results;
}

/** Checks the hostile documents: refused or accepted as expected, at the expected lines. */
async function runBroken(node, directory) {
  const expected = tableRows(readFileSync(join(directory, "EXPECTED.md"), "utf8"), "");
  process.stdout.write("\n| broken | expected | came out | lines |\n|---|---|---|---|\n");
  const results = [];
  for (const [fileCell, , outcome, locationCell] of expected) {
    const file = fileCell.replaceAll("`", "");
    const made = await gatewright(node, directory, ["check", file, "--format", "json"]);
    const verdict = verdictOf(made);
    const lines = [...locationCell.matchAll(/([^\s,]+):(\d+)/g)].map(
      ([, name, line]) => `${name}:${line}`,
    );
    const found = diagnosticsOf(made).flatMap((diagnostic) => [
      `${diagnostic.file}:${diagnostic.line}`,
      ...diagnostic.related.map((place) => `${place.file}:${place.line}`),
    ]);
    const missing = verdict === "accept" ? [] : lines.filter((line) => !found.includes(line));
    const isRight = matches(outcome, verdict) && missing.length === 0;
    results.push(isRight);
    process.stdout.write(
      `| ${file} | ${outcome} | ${isRight ? verdict : `**${verdict}**`} | ${missing.length === 0 ? lines.join(" ") : `missing ${missing.join(" ")}; found ${found.join(" ")}`} |\n`,
    );
  }
  return results;
}

/** `accept`, `warn` or `reject`; anything that is neither 0 nor 2, prints a stack or hangs is `crash`. */
function verdictOf({ code, output, stdout }) {
  if (code === 2) return /^\s+at /m.test(output) ? "crash" : "reject";
  if (code !== 0) return "crash";
  return /\bwarning\b/.test(stdout) || /\bwarning\b/.test(output) ? "warn" : "accept";
}

function matches(outcome, verdict) {
  const allowed = outcome.toLowerCase();
  if (verdict === "crash") return false;
  if (verdict === "reject") return allowed.includes("reject");
  return allowed.includes("accept");
}

function diagnosticsOf({ stdout }) {
  try {
    return JSON.parse(stdout).diagnostics;
  } catch {
    return [];
  }
}

/** The rows of the first table after a heading, as trimmed cells, without its head. */
function tableRows(markdown, heading) {
  const lines = markdown.slice(Math.max(0, markdown.indexOf(`\n${heading}`))).split("\n");
  const start = lines.findIndex((line) => /^\|[\s:|-]+\|$/.test(line));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 1, end === -1 ? undefined : end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function gatewright(node, directory, args) {
  return execute(
    node,
    ["--import", REPORT_MEMORY, join(root, "packages/cli/bin/gatewright.mjs"), ...args],
    directory,
  );
}

function execute(node, args, cwd) {
  return new Promise((done) => {
    const start = performance.now();
    const child = spawn(node, args, { cwd, env: toolEnvironment(node, { NO_COLOR: "1" }) });
    const timer = setTimeout(() => child.kill("SIGKILL"), TIME_LIMIT_MS);
    let stdout = "";
    let output = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const peakMiB = Math.round(Number(/MAXRSS (\d+)/.exec(output)?.[1] ?? 0) / 1024);
      done({ code, stdout, output, peakMiB, seconds: (performance.now() - start) / 1000 });
    });
  });
}

function excerpt({ output }) {
  return output
    .replace(/\nMAXRSS.*/, "")
    .split("\n")
    .slice(0, 25)
    .join("\n");
}
