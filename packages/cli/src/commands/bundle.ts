import { ApiEmitter, analyzeApi } from "@gatewright/compiler";
import type { Resources } from "@gatewright/contract";
import { type BundledFunction, bundleFunctions } from "../bundle/bundle-functions.js";
import type { Command } from "../terminal/command.js";
import { relativeTo } from "../terminal/relative-to.js";
import { prettyDiagnostics } from "../terminal/report-diagnostics.js";
import { progress, type Terminal } from "../terminal/terminal.js";
import { UserError } from "../terminal/user-error.js";
import { API_OPTIONS, CONDITIONS_OPTION, selectGiven } from "./api-options.js";

export const bundleCommand: Command = {
  name: "bundle",
  summary: "Bundles the functions for deployment.",
  usage: "[DOCUMENT]",
  about:
    "Writes one folder per function, ready to be zipped, and the zip beside it: ESM for Node 24, minified, the\n" +
    "AWS SDK inside, so that what was tested is what runs. The SAM template and the Terraform module name\n" +
    "these folders. An authorizer that nobody has written becomes one that denies every call.",
  maxPositionals: 1,
  options: [CONDITIONS_OPTION, ...API_OPTIONS],
  examples: [
    { says: "All functions of gatewright.config.ts", line: "gatewright bundle" },
    {
      says: "Bundle and deploy",
      line: "gatewright generate && gatewright bundle && sam deploy --guided",
    },
  ],
  async run(given, terminal) {
    const { apis } = await selectGiven(given, terminal);
    progress(terminal, "Bundling …");
    for (const api of apis) {
      const analysis = await analyzeApi(api, terminal.cwd);
      if (!analysis.ready) {
        terminal.err(prettyDiagnostics(analysis, terminal.errHasColour));
        return 2;
      }
      const [file] = await new ApiEmitter(analysis).emit("resources");
      const { functions }: Resources = JSON.parse(file?.text ?? "{}");
      const unwritten = functions.find(({ kind, entry }) => kind === "api" && entry === undefined);
      if (unwritten) throw noEntry(unwritten.name);
      const bundles = await bundleFunctions(functions, {
        root: api.projectRoot,
        conditions: given.list("conditions"),
      });
      for (const bundle of bundles) report(bundle, terminal);
    }
    return 0;
  },
};

function noEntry(name: string): UserError {
  return new UserError(
    "GW4009",
    `the function ${JSON.stringify(name)} has no entry`,
    `Name it in gatewright.config.ts: functions: { ${JSON.stringify(name)}: { entry: "src/function.ts" } }`,
  );
}

function report(bundle: BundledFunction, terminal: Terminal): void {
  const name = relativeTo(terminal.cwd, bundle.dir);
  const note = bundle.isDenyAll ? ", denies every call until its entry is written" : "";
  terminal.out(`${name}: ${kib(bundle.bytes)}, ${kib(bundle.zipBytes)} zipped${note}\n`);
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
