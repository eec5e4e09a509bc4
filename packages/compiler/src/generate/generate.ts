import { relative, sep } from "node:path";
import type { LocatedDiagnostic, Place } from "../diagnostic/diagnostic.js";
import { inOrder } from "../diagnostic/in-order.js";
import type { EmitName } from "../emit/emitter.js";
import { applyFolder, readFolder, readManifest } from "../write/folder.js";
import { hashText, type Manifest } from "../write/manifest.js";
import { type EmittedPart, type FolderPlan, planFolder } from "../write/plan.js";
import { type Analysis, analyzeApi, hasErrors } from "./analyze-api.js";
import type { ApiInput, OutputInput } from "./api-input.js";
import { ApiEmitter } from "./emit-api.js";
import { withNeeds } from "./emit-names.js";

export interface GenerateOptions {
  readonly apis: readonly ApiInput[];
  /** Absolute path that places are shown relative to. */
  readonly workingDirectory: string;
  /** Compare only: nothing is written. */
  readonly check?: boolean;
  /** Replace and remove files whoever wrote them, and make everything anew. */
  readonly force?: boolean;
  /** Goes into what an unchanged `types.d.ts` is recognized by: the version of the generator. */
  readonly version?: string;
}

export interface GenerateResult {
  /**
   * `written`: the folders hold what they should. `drift`: they do not, and only a check was asked for.
   * `refused`: errors or conflicts; nothing was written.
   */
  readonly outcome: "written" | "drift" | "refused";
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly apis: readonly GeneratedApi[];
  frame(place: Place): string | null;
}

export interface GeneratedApi {
  readonly analysis: Analysis;
  /** One for each output; empty when the document has errors. */
  readonly folders: readonly FolderPlan[];
  /** Parts that were left out because the document cannot meet their target. */
  readonly leftOut: readonly EmitName[];
}

/**
 * Makes everything that the inputs ask for and brings their folders to it. With any error in any document,
 * or a file in the way, nothing at all is written. Throws a WriteError when the file system refuses.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { apis: inputs, workingDirectory, check = false } = options;
  const analyses = await Promise.all(inputs.map((input) => analyzeApi(input, workingDirectory)));
  const emitErrors: LocatedDiagnostic[] = [];
  const apis: GeneratedApi[] = [];
  for (const analysis of analyses) {
    const emitter = new ApiEmitter(analysis);
    const folders = analysis.ready
      ? await Promise.all(
          analysis.input.outputs.map((output) => plan(analysis, emitter, output, options)),
        )
      : [];
    emitErrors.push(...emitter.diagnostics);
    const wanted = withNeeds(
      analysis.input.outputs.flatMap(({ emit, only }) => [...(only ?? emit)]),
    );
    apis.push({ analysis, folders, leftOut: wanted.filter((name) => emitter.isBlocked(name)) });
  }
  const diagnostics = inOrder([
    ...analyses.flatMap((analysis) => analysis.diagnostics),
    ...emitErrors,
  ]);
  const folders = apis.flatMap((api) => api.folders);
  const frame = (place: Place) => firstFrame(analyses, place);
  const isRefused = hasErrors(diagnostics) || folders.some(({ conflicts }) => conflicts.length > 0);
  if (isRefused) return { outcome: "refused", diagnostics, apis, frame };
  if (check) {
    const isDrift = folders.some((folder) => folder.changes.length > 0 || folder.isManifestStale);
    return { outcome: isDrift ? "drift" : "written", diagnostics, apis, frame };
  }
  for (const folder of folders) await applyFolder(folder);
  return { outcome: "written", diagnostics, apis, frame };
}

async function plan(
  analysis: Analysis,
  emitter: ApiEmitter,
  output: OutputInput,
  options: GenerateOptions,
): Promise<FolderPlan> {
  const { dir } = output;
  const owned = withNeeds(output.emit);
  const wanted = output.only
    ? withNeeds(output.only).filter((name) => owned.includes(name))
    : owned;
  const names = wanted.filter((name) => !emitter.isBlocked(name));
  const rootFromOutput = slashed(relative(dir, analysis.input.projectRoot)) || ".";
  const manifest = await readManifest(dir);
  const parts = await Promise.all(
    names.map(async (name): Promise<EmittedPart> => {
      if (name !== "types") return { name, files: await emitter.emit(name, rootFromOutput) };
      // The one part that takes seconds: what it would write is on disk already when its input is the same.
      const inputs = hashText(
        `${options.version ?? ""}\n${JSON.stringify(analysis.compilation.bundle)}`,
      );
      const isFresh = options.check || options.force;
      const kept = isFresh ? null : await unchangedPart(dir, manifest, name, inputs);
      return kept ?? { name, files: await emitter.emit(name), inputs };
    }),
  );
  const paths = parts.flatMap((part) => part.files.map(({ path }) => path));
  const keep = new Set<string>(owned.filter((name) => !wanted.includes(name)));
  const state = await readFolder(dir, manifest, paths);
  return planFolder(state, parts, { force: options.force ?? false, keep });
}

/** A part as an earlier run left it, if that run read the same and nobody has edited it since. */
async function unchangedPart(
  dir: string,
  manifest: Manifest,
  name: EmitName,
  inputs: string,
): Promise<EmittedPart | null> {
  if (manifest.inputs.get(name) !== inputs) return null;
  const owned = [...manifest.files].filter(([, { part }]) => part === name);
  const paths = owned.map(([path]) => path);
  const { files } = await readFolder(dir, { files: new Map(), inputs: new Map() }, paths);
  const isUntouched = owned.every(([path, { sha256 }]) => {
    const text = files.get(path);
    return text !== undefined && hashText(text) === sha256;
  });
  if (!isUntouched || owned.length === 0) return null;
  return { name, inputs, files: [...files].map(([path, text]) => ({ path, text })) };
}

function firstFrame(analyses: readonly Analysis[], place: Place): string | null {
  for (const analysis of analyses) {
    const frame = analysis.frame(place);
    if (frame !== null) return frame;
  }
  return null;
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
