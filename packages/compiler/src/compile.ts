import { existsSync } from "node:fs";
import path from "node:path";
import type { Contract, JsonObject, SourceRef } from "@gatewright/contract";
import { buildContract } from "./build/contract.js";
import { checkDocument } from "./check/document/check-document.js";
import type { Diagnostic, LocatedDiagnostic, Place } from "./diagnostic/diagnostic.js";
import { documentDiagnostic } from "./diagnostic/document-diagnostic.js";
import { renderFrame } from "./diagnostic/frame.js";
import { type Bundle, Bundler } from "./source/bundler.js";
import { checkExpansion } from "./source/expansion.js";
import { FileLoader } from "./source/file-loader.js";
import { Locator } from "./source/locator.js";
import { readVersion } from "./source/openapi-version.js";
import { type FileTarget, ProjectRoot } from "./source/project-root.js";
import { ReferenceResolver } from "./source/reference-resolver.js";
import type { SourceFile } from "./source/source-file.js";
import { sourceRef } from "./source/source-ref.js";

export interface CompileOptions {
  /** The document, relative to the working directory. */
  readonly entry: string;
  /** Nothing outside this folder is read; the entry's folder unless it says otherwise. */
  readonly root?: string;
  /** What file names are relative to when they are shown; the process's unless it says otherwise. */
  readonly workingDirectory?: string;
}

/** What became of a document: as far as it could be read, and everything that is wrong with it. */
export interface Compilation {
  /** Null only when nothing could be built. */
  readonly contract: Contract | null;
  /** One document in memory, internal references only. */
  readonly bundle: JsonObject;
  /** Errors and warnings about the document: those of files first, then in the order of the walk over it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, relative to the working directory. */
  readonly files: readonly string[];
  /** Finds line and column of a diagnostic, also of one that a later check has made. */
  locate(diagnostic: Diagnostic): LocatedDiagnostic;
  /** Line and column of a place in the document; those of its key for an object or a list. */
  place(at: SourceRef): Place;
  /** The lines of a place that `locate` gave, with carets; null when it is in no file that was read. */
  frame(place: Place): string | null;
}

/** Reads a document, follows its references, builds its contract and checks it. Reads files; changes nothing. */
export async function compile(options: CompileOptions): Promise<Compilation> {
  const workingDirectory = path.resolve(options.workingDirectory ?? process.cwd());
  const entryPath = path.resolve(workingDirectory, options.entry);
  const rootFolder = path.resolve(workingDirectory, options.root ?? path.dirname(entryPath));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const hasRoot = existsSync(rootFolder);
  const loader = new FileLoader(new ProjectRoot(hasRoot ? rootFolder : workingDirectory));
  const locator = new Locator(loader, workingDirectory);
  if (!hasRoot && options.root !== undefined) {
    report(missingRoot(loader, rootFolder));
  }
  const entry = hasRoot || options.root === undefined ? openEntry(loader, entryPath, report) : null;
  const version = entry?.value === undefined ? null : readVersion(entry, report);
  let contract: Contract | null = null;
  let bundle: Bundle | null = null;
  if (entry && version) {
    const resolver = new ReferenceResolver(loader, report);
    const bundler = new Bundler(entry, resolver, report, version.is31);
    const bundled = bundler.bundle(entry);
    // What is far too large is not looked into any further.
    const isTooDeep = diagnostics.some(({ code }) => code === "GW1026");
    const tooLarge = isTooDeep ? null : checkExpansion(bundled);
    if (tooLarge) {
      report(tooLarge);
    } else if (!isTooDeep) {
      bundle = bundled;
      contract = buildContract(bundle, version, (name) =>
        bundler.isDeclaredComponent("schemas", name),
      );
      checkDocument(bundle, contract, version, report);
    }
    const found = [...loader.files.flatMap((file) => file.diagnostics), ...diagnostics];
    if (bundle && !version.is32 && !found.some((diagnostic) => diagnostic.severity === "error")) {
      // Loaded only here: it brings a second compiler of JSON Schema along.
      const { secondOpinion } = await import("./check/document/second-opinion.js");
      diagnostics.push(...(await secondOpinion(bundle, version, found)));
    }
  }
  const all = [...loader.files.flatMap((file) => file.diagnostics), ...diagnostics];
  return {
    contract,
    bundle: bundle?.document ?? {},
    diagnostics: withoutRepeats(all),
    files: loader.files.map((file) => locator.displayName(file.absolutePath)),
    place: (at) => locator.place(at, true),
    locate: (diagnostic) => locate(locator, diagnostic),
    frame(place) {
      const excerpt = locator.excerpt(place);
      return excerpt && renderFrame(excerpt, place.line, place.column);
    },
  };
}

function missingRoot({ root }: FileLoader, folder: string): Diagnostic {
  const name = root.relative(folder);
  return documentDiagnostic({
    code: "GW1001",
    at: sourceRef(name, ""),
    message: `there is no folder ${JSON.stringify(name)} to be the project root`,
    fix: "Name a folder that holds the document and every file that it references.",
  });
}

function openEntry(
  loader: FileLoader,
  entryPath: string,
  report: (diagnostic: Diagnostic) => void,
): SourceFile | null {
  const { root } = loader;
  const target = root.locate(entryPath);
  if (target.kind === "file") {
    return loader.load(target);
  }
  const name = root.relative(entryPath);
  const nearest = target.kind === "missing" ? target.nearest : null;
  report(
    documentDiagnostic({
      code: "GW1001",
      at: sourceRef(name, ""),
      message: entryMessage(target, name),
      fix: nearest
        ? `Did you mean ${JSON.stringify(nearest)}?`
        : "Name an OpenAPI document: a .yaml, .yml or .json file inside the project root.",
    }),
  );
  return null;
}

function entryMessage(target: FileTarget, name: string): string {
  switch (target.kind) {
    case "outside":
      return `the document is not read: ${target.reason}`;
    case "not-a-file":
      return `${JSON.stringify(name)} is a folder or a device, not a file`;
    default:
      return `there is no file ${JSON.stringify(name)}`;
  }
}

/** What is copied to several places is checked in each; it is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, at, message }) => {
    const key = `${code} ${at} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function locate(locator: Locator, diagnostic: Diagnostic): LocatedDiagnostic {
  const { code, severity, target, blocksTarget, message, fix } = diagnostic;
  return {
    ...locator.place(diagnostic.at, diagnostic.isAtKey ?? false),
    code,
    severity,
    target,
    ...(blocksTarget ? { blocksTarget } : {}),
    message,
    fix,
    docs: `docs/diagnostics/${code}.md`,
    related: diagnostic.related.map((each) => ({
      ...locator.place(each.at, each.isAtKey ?? false),
      message: each.message,
    })),
  };
}
