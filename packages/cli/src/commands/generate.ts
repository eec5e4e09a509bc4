import { EMIT_NAMES, type FolderPlan, type GenerateResult, generate } from "@gatewright/compiler";
import type { Command } from "../terminal/command.js";
import { relativeTo } from "../terminal/relative-to.js";
import {
  count,
  FORMAT_OPTION,
  FORMATS,
  reportDiagnostics,
} from "../terminal/report-diagnostics.js";
import { progress, type Terminal } from "../terminal/terminal.js";
import { UserError } from "../terminal/user-error.js";
import { version } from "../version.js";
import { API_OPTIONS, oneOf, selectGiven, TARGET_OPTION } from "./api-options.js";
import { runGenerate, throwConflicts } from "./run-generate.js";

export const generateCommand: Command = {
  name: "generate",
  summary: "Writes everything that follows from a document.",
  usage: "[DOCUMENT] [--out DIR] [--emit NAME,…] [--target NAME]… [--check]",
  about:
    "Writes types, validators, server, SDK, mocks, API Gateway definitions and templates. Without a document,\n" +
    "does what gatewright.config.ts says. Only files that change are written; files of an earlier run that are\n" +
    "no longer needed are removed; files that Gatewright did not write are never touched. With an error in the\n" +
    "document nothing is written. A target that the document cannot meet is left out, with the reasons.",
  maxPositionals: 1,
  options: [
    {
      name: "out",
      value: "DIR",
      help: "Folder to write to; generated, or the config's, when left out.",
    },
    {
      name: "emit",
      value: "NAME",
      isList: true,
      help: `Which parts: ${EMIT_NAMES.join(", ")}. All when left out.`,
    },
    TARGET_OPTION,
    { name: "check", help: "Writes nothing; exit code 2 when something would change." },
    {
      name: "force",
      help: "Replaces files that stand in the way although Gatewright did not write them.",
    },
    FORMAT_OPTION,
    ...API_OPTIONS,
  ],
  examples: [
    {
      says: "Everything, next to the document",
      line: "gatewright generate openapi.yaml --out generated",
    },
    { says: "What gatewright.config.ts says", line: "gatewright generate" },
    { says: "In CI: is what is committed up to date?", line: "gatewright generate --check" },
    {
      says: "Only an SDK and its mocks",
      line: "gatewright generate openapi.yaml --out sdk/src --emit client,mocks",
    },
  ],
  async run(given, terminal) {
    const format = oneOf(given.value("format") ?? "pretty", FORMATS, "--format");
    const { apis } = await selectGiven(given, terminal);
    progress(
      terminal,
      `Reading ${apis.map(({ entry }) => relativeTo(terminal.cwd, entry)).join(", ")} …`,
    );
    const check = given.has("check");
    const result = await runGenerate(() =>
      generate({
        apis,
        workingDirectory: terminal.cwd,
        check,
        force: given.has("force"),
        version,
      }),
    );
    reportDiagnostics(result, format, terminal);
    throwConflicts(result);
    if (result.outcome === "refused") return 2;
    if (format === "pretty") report(result, check, terminal);
    if (result.outcome === "written") return 0;
    throw new UserError(
      "GW3003",
      "generated output is not what the document gives",
      "Run gatewright generate and commit the result.",
    );
  },
};

const WORDS = {
  done: { create: "written", update: "written", delete: "removed" },
  due: { create: "missing", update: "differs", delete: "no longer generated" },
} as const;

/** What was done, or is due, to each folder. */
function report({ apis }: GenerateResult, isCheck: boolean, terminal: Terminal): void {
  for (const { folders, leftOut } of apis) {
    for (const folder of folders) reportFolder(folder, isCheck, terminal);
    if (leftOut.length > 0) {
      terminal.err(`left out, see the warnings above: ${leftOut.join(", ")}\n`);
    }
  }
}

function reportFolder(folder: FolderPlan, isCheck: boolean, terminal: Terminal): void {
  const { dir, changes, manifest } = folder;
  const words = isCheck ? WORDS.due : WORDS.done;
  const name = relativeTo(terminal.cwd, dir);
  for (const { kind, path } of changes) terminal.out(`${name}/${path}: ${words[kind]}\n`);
  if (isCheck && changes.length === 0 && folder.isManifestStale) {
    terminal.out(`${name}: its manifest differs\n`);
  }
  const files = count(manifest.files.size, "file");
  const state =
    changes.length === 0
      ? "up to date"
      : `${changes.length} ${isCheck ? "not as they should be" : "changed"}`;
  terminal.out(`${name}: ${files}, ${state}\n`);
}
