// Checks what the folder tree promises: imports go down the floors, browser packages use no Node, the
// names a package exports are listed, files stay small. Exit code 2 and a list when something does not hold.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { root, runMain, UserError } from "./toolchain.mjs";

/** Folder → floor, published name, and whether it must run in a browser. */
const PACKAGES = {
  "packages/contract": { floor: 0, name: "@gatewright/contract", browser: true },
  "packages/compiler": { floor: 1, name: "@gatewright/compiler" },
  "packages/server": { floor: 1, name: "@gatewright/server" },
  "packages/client": { floor: 1, name: "@gatewright/client", browser: true },
  "packages/mock": { floor: 1, name: "@gatewright/mock", browser: true },
  "packages/local": { floor: 2, name: "@gatewright/local" },
  "packages/cli": { floor: 3, name: "gatewright" },
  "packages/whiteboard-client": { floor: 4, name: "whiteboard-client", browser: true },
  "apps/whiteboard": { floor: 4, name: "@gatewright/whiteboard" },
  "apps/whiteboard-web": { floor: 5, name: "@gatewright/whiteboard-web", browser: true },
};

/** Pairs that may not meet although their floors would let them. */
const FORBIDDEN = [
  ["packages/local", "packages/compiler"],
  ["packages/local", "packages/server"],
  ["apps/whiteboard-web", "packages/client"],
  ["apps/whiteboard-web", "packages/contract"],
  ["apps/whiteboard", "packages/compiler"],
];
const MAX_LINES = 400;
const MAX_MEDIAN_LINES = 120;
const FORBIDDEN_NAMES = /^(utils?|common|misc|shared|helpers)(\.|$)/;

const complaints = [];
const lineCounts = [];

for (const [folder, facts] of Object.entries(PACKAGES)) {
  const files = sourceFiles(join(root, folder, "src"));
  for (const file of files) checkFile(folder, facts, file);
  checkCircles(files);
  checkBarrel(join(root, folder, "src", "index.ts"));
}
for (const file of sourceFiles(join(root, "scripts"))) countLines(file);

function checkFile(folder, facts, file) {
  const text = readFileSync(file, "utf8");
  const isTest = /\.test(-d)?\.tsx?$/.test(file) || file.includes(`${sep}testing${sep}`);
  countLines(file);
  for (const part of relative(join(root, folder), file).split(sep)) {
    if (FORBIDDEN_NAMES.test(part)) complain(file, `${part}: name the thing instead`);
  }
  for (const specifier of importsOf(text)) {
    if (specifier.startsWith("node:") && facts.browser && !isTest) {
      complain(file, `imports ${specifier}, but ${facts.name} runs in browsers`);
    }
    const target = packageOf(specifier);
    if (target === undefined || target === folder || isTest) continue;
    const isForbidden = FORBIDDEN.some(([from, to]) => from === folder && to === target);
    if (isForbidden || PACKAGES[target].floor >= facts.floor) {
      complain(
        file,
        `imports ${specifier} (floor ${PACKAGES[target].floor}) from floor ${facts.floor}`,
      );
    }
  }
  if (isTest) return;
  for (const [pattern, what] of [
    [/\bas any\b|: any\b|<any>/, "any"],
    [/@ts-(ignore|nocheck)/, "a silenced type error"],
    [/throw new Error\(/, "a bare Error"],
    [/^export \*/m, "export *"],
  ]) {
    if (pattern.test(withoutComments(text))) complain(file, `contains ${what}`);
  }
}

function checkBarrel(file) {
  if (!existsSync(file)) return;
  const text = withoutComments(readFileSync(file, "utf8"));
  if (/export \*/.test(text)) complain(file, "export *: list the names");
}

/** Circles among the relative imports of one package, types left out: they are gone at run time. */
function checkCircles(files) {
  const edges = new Map(
    files.map((file) => [
      file,
      importsOf(readFileSync(file, "utf8"), { values: true })
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => resolve(dirname(file), specifier).replace(/\.js$/, ""))
        .map((path) => [".ts", ".tsx"].map((ending) => path + ending).find(existsSync))
        .filter((path) => path !== undefined),
    ]),
  );
  const done = new Set();
  const walk = (file, trail) => {
    if (trail.includes(file)) {
      const circle = [...trail.slice(trail.indexOf(file)), file];
      complain(file, `circle: ${circle.map((path) => relative(root, path)).join(" → ")}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
}

function countLines(file) {
  const lines = readFileSync(file, "utf8").split("\n").length - 1;
  lineCounts.push(lines);
  if (lines > MAX_LINES) complain(file, `${lines} lines; ${MAX_LINES} is the wall`);
}

function packageOf(specifier) {
  return Object.keys(PACKAGES).find((folder) => {
    const { name } = PACKAGES[folder];
    return specifier === name || specifier.startsWith(`${name}/`);
  });
}

/** Module specifiers of a file; `values: true` leaves out imports that only bring types, which are gone at run time. */
function importsOf(text, { values = false } = {}) {
  const source = ts.createSourceFile("file.tsx", text, ts.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    const isTypeOnly = node.importClause?.isTypeOnly === true || node.isTypeOnly === true;
    const specifier = node.moduleSpecifier ?? importCall(node);
    if (specifier && ts.isStringLiteralLike(specifier) && !(values && isTypeOnly)) {
      found.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importCall(node) {
  const isImport =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport ? node.arguments[0] : undefined;
}

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

function sourceFiles(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function complain(file, message) {
  complaints.push(`${relative(root, file).split(sep).join("/")}: ${message}`);
}

await runMain(() => {
  const sorted = lineCounts.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  if (median > MAX_MEDIAN_LINES)
    complaints.push(`The median file has ${median} lines; ${MAX_MEDIAN_LINES} is the aim.`);
  if (complaints.length > 0) throw new UserError(complaints.join("\n"));
  process.stdout.write(
    `${lineCounts.length} files, median ${median} lines: floors, circles, names and sizes hold.\n`,
  );
});
