import { isFormatName } from "@gatewright/contract";
import { build } from "esbuild";
import { literal } from "../code.js";
import { FORMATS_MODULE } from "./compile-validators.js";
import { formatCode, runtimeCode } from "./embedded-code.generated.js";
import { RUNTIME_MODULE } from "./keywords.js";
import { leanCode } from "./lean-code.js";
import type { RuntimeName } from "./runtime.js";

/** ajv's own functions, and what stands for them in our output. */
const AJV_RUNTIME: Readonly<Record<string, RuntimeName>> = {
  "ajv/dist/runtime/ucs2length": "characterCount",
  "ajv/dist/runtime/equal": "isEqual",
};

/**
 * Makes one module of compiled validators and the tables over them: no import, no `require`, and nothing in it that
 * the tables do not use.
 */
export async function bundleValidators(compiled: string, tables: string): Promise<string> {
  const result = await build({
    // All modules are in memory; even their names must not depend on the folder that this runs in.
    entryPoints: [TABLES_MODULE],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    plugins: [
      {
        name: "modules",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^gatewright:/ }, ({ path }) => ({
            path: path.replace(/^gatewright:/, ""),
            namespace: "gatewright",
          }));
          onLoad({ filter: /./, namespace: "gatewright" }, ({ path }) => ({
            contents: moduleText(`gatewright:${path}`, compiled, tables),
            loader: "js",
          }));
        },
      },
    ],
  });
  return result.outputFiles[0]?.text ?? "";
}

/** The module that has the validators themselves. */
export const VALIDATORS_MODULE = "gatewright:validators";

const TABLES_MODULE = "gatewright:tables";

function moduleText(path: string, compiled: string, tables: string): string {
  if (path === TABLES_MODULE) return tables;
  if (path === RUNTIME_MODULE) return exported(Object.entries(runtimeCode));
  if (path === FORMATS_MODULE) {
    return exported(
      Object.entries(formatCode).map(([name, text]) => [
        formatExport(name),
        `{ validate: ${text} }`,
      ]),
    );
  }
  return withImports(compiled);
}

function exported(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, text]) => `export const ${name} = ${text};\n`).join("");
}

/** `date-time` → `dateTime`. */
function formatExport(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Turns the one-line declarations that ajv writes for functions and formats into imports, and marks what has no side
 * effect. A text of the document cannot look like one of the lines: in a literal its quotes and line ends are escaped.
 */
function withImports(compiled: string): string {
  const body = leanCode(compiled)
    .replace(/^"use strict";/, "")
    .replace(
      /^const (\w+) = require\("([\w:/]+)"\)\.(?:table)?(?:\.?(\w+)|\["([\w-]+)"\]);$/gm,
      (line, local: string, module: string, name?: string, quoted?: string) => {
        if (module === FORMATS_MODULE) {
          const format = name ?? quoted ?? "";
          return isFormatName(format)
            ? `import { ${formatExport(format)} as ${local} } from ${literal(module)};`
            : line;
        }
        const own = AJV_RUNTIME[module] ?? name;
        return `import { ${own} as ${local} } from ${literal(RUNTIME_MODULE)};`;
      },
    )
    .replace(/^(const pattern\d+ = )(?=new RegExp\()/gm, "$1/* @__PURE__ */ ");
  return `import { addError } from ${literal(RUNTIME_MODULE)};\n${body}`;
}
