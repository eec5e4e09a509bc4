import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { EmittedFile } from "../emitter.js";

const packages = fileURLToPath(new URL("../../../../", import.meta.url));
/** Where the files of a test seem to lie, on no disk: inside of an ESM package that has msw. */
const folder = path.join(packages, "mock", "emitted-in-memory");

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ["@gatewright/source"],
  paths: { "@gatewright/*": [path.join(packages, "*", "src", "index.ts")] },
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * What TypeScript at its strictest says about emitted files, one text each: `file:line message`. `tests` are further files
 * beside them, for assertions with `@ts-expect-error`; `given` makes it less strict.
 */
export function typeErrors(
  files: readonly EmittedFile[],
  tests: Readonly<Record<string, string>> = {},
  given: ts.CompilerOptions = {},
): readonly string[] {
  const texts = new Map(
    [...files.map(({ path: name, text }) => [name, text] as const), ...Object.entries(tests)].map(
      ([name, text]) => [path.join(folder, name), text],
    ),
  );
  const roots = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram(roots, { ...options, ...given }, hostOf(texts));
  const own = roots.flatMap((name) => program.getSourceFile(name) ?? []);
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
  return diagnostics.map(describe);
}

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  return {
    ...host,
    fileExists: (name) => texts.has(path.normalize(name)) || fileExists(name),
    readFile: (name) => texts.get(path.normalize(name)) ?? readFile(name),
    directoryExists: (name) =>
      path.normalize(name).startsWith(folder) || (directoryExists?.(name) ?? true),
    getSourceFile(name, language) {
      const own = texts.get(path.normalize(name));
      if (own !== undefined) return ts.createSourceFile(name, own, language);
      if (!parsed.has(name)) parsed.set(name, getSourceFile(name, language));
      return parsed.get(name);
    },
  };
}

function describe({ file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file || start === undefined) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${path.relative(folder, file.fileName)}:${line + 1} ${message}`;
}
