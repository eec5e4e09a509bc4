#!/usr/bin/env node
// Checks a folder that `gatewright generate` wrote: TypeScript at its strictest over every declaration and source
// file, then every module is loaded. The folder may lie anywhere: a copy of it is checked, beside links to
// this repository's packages.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import ts from "typescript";

const HELP = `Usage: node scripts/typecheck-output.mjs DIR…

Checks folders of generated output against the packages of this repository: built (dist) where that exists, from source
otherwise. Exit code 0: clean; 2: what is wrong is printed; 1: this script's own fault.
`;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Packages that output imports, and the folder that has each. */
const linked = {
  "@gatewright/contract": "packages/contract",
  "@gatewright/server": "packages/server",
  "@gatewright/client": "packages/client",
  "@gatewright/mock": "packages/mock",
  "openapi-fetch": "packages/client/node_modules/openapi-fetch",
  msw: "packages/mock/node_modules/msw",
};

const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(HELP);
} else if (positionals.length === 0) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else {
  for (const folder of positionals) {
    const complaints = await check(path.resolve(folder));
    process.stdout.write(
      complaints.length > 0 ? `${complaints.join("\n")}\n` : `${folder}: clean\n`,
    );
    if (complaints.length > 0) process.exitCode = 2;
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    process.stderr.write(`${error.message}\n${HELP}`);
    process.exit(2);
  }
}

/** Everything that is wrong with a folder, one text each. */
async function check(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    return [`${folder} is not a folder`];
  }
  const workspace = mkdtempSync(path.join(tmpdir(), "gatewright-typecheck-"));
  try {
    const copy = prepare(workspace, folder);
    const files = filesOf(copy);
    if (files.length === 0) return [`${folder} has no files`];
    const show = (text) => text.replaceAll(copy, folder);
    return [...typeErrors(copy, files, show), ...(await loadErrors(files, show))];
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** A copy of the folder in an ESM package that has the packages which output imports. */
function prepare(workspace, folder) {
  const copy = path.join(workspace, "output");
  cpSync(folder, copy, {
    recursive: true,
    filter: (source) => path.basename(source) !== "node_modules",
  });
  writeFileSync(path.join(workspace, "package.json"), '{ "type": "module", "private": true }\n');
  for (const [name, target] of Object.entries(linked)) {
    const link = path.join(workspace, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(root, target), link, "junction");
  }
  return copy;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function typeErrors(folder, files, show) {
  const isBuilt = ["contract", "server", "client", "mock"].every((name) =>
    existsSync(path.join(root, "packages", name, "dist", "index.d.ts")),
  );
  const program = ts.createProgram({
    rootNames: files.filter((file) => /\.[cm]?ts$/.test(file)),
    options: {
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      isolatedModules: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitOverride: true,
      noImplicitReturns: true,
      forceConsistentCasingInFileNames: true,
      noEmit: true,
      types: [],
      ...(isBuilt ? {} : { customConditions: ["@gatewright/source"] }),
    },
  });
  const own = program
    .getSourceFiles()
    .filter((file) => path.normalize(file.fileName).startsWith(folder + path.sep));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
  const host = {
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    getNewLine: () => "\n",
  };
  return diagnostics.map((diagnostic) => show(formatted(diagnostic, host)));
}

function formatted({ file, start, code, messageText }, host) {
  const message = `error TS${code}: ${ts.flattenDiagnosticMessageText(messageText, host.getNewLine())}`;
  if (!file || start === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${path.normalize(file.fileName)}:${line + 1}:${character + 1} ${message}`;
}

/** Loads every module that is JavaScript already; their own code must not need anything to be loaded. */
async function loadErrors(files, show) {
  const complaints = [];
  for (const file of files.filter((name) => /\.m?js$/.test(name))) {
    try {
      await import(pathToFileURL(file).href);
    } catch (error) {
      complaints.push(
        show(`${file} does not load: ${error instanceof Error ? error.message : error}`),
      );
    }
  }
  return complaints;
}
