import { relative, resolve, sep } from "node:path";
import type { SourceRef } from "@gatewright/contract";
import type { LocatedDiagnostic } from "../diagnostic/diagnostic.js";
import { EmitError } from "../emit/emit-error.js";
import type { EmitName, EmittedFile } from "../emit/emitter.js";
import { emitters } from "../emit/emitters.js";
import type { ApiSettings } from "../settings.js";
import { splitRef } from "../source/source-ref.js";
import type { Analysis } from "./analyze-api.js";
import type { TargetName } from "./api-input.js";

/** Parts that exist only for a target, or are made from another part that does. */
const TARGET_OF: Partial<Record<EmitName, TargetName>> = {
  "rest-api": "rest-api",
  "http-api": "http-api",
  template: "rest-api",
  terraform: "rest-api",
};

/** Runs emitters over an analyzed API, each at most once for what it reads. */
export class ApiEmitter {
  readonly #analysis: Analysis;
  readonly #made = new Map<string, Promise<readonly EmittedFile[]>>();
  readonly #diagnostics = new Map<string, LocatedDiagnostic>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
  }

  /** What could not be written, after the parts that were asked for have settled. */
  get diagnostics(): readonly LocatedDiagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** True when the part belongs to a target that this document cannot meet. */
  isBlocked(name: EmitName): boolean {
    const target = TARGET_OF[name];
    return target !== undefined && this.#analysis.blocked.has(target);
  }

  /**
   * The files of one part; none when something in the document cannot be written, which `diagnostics` then
   * says. `rootFromOutput`: path from the output folder to the project root, for the templates.
   */
  async emit(name: EmitName, rootFromOutput = "."): Promise<readonly EmittedFile[]> {
    const { ready } = this.#analysis;
    if (!ready) return [];
    const isPlaced = name === "template" || name === "terraform";
    const settings = isPlaced ? { ...ready.settings, rootFromOutput } : ready.settings;
    const key = isPlaced ? `${name} ${rootFromOutput}` : name;
    let files = this.#made.get(key);
    if (!files) {
      files = this.#run(name, settings);
      this.#made.set(key, files);
    }
    return files;
  }

  async #run(name: EmitName, settings: ApiSettings): Promise<readonly EmittedFile[]> {
    const { ready, compilation, locate } = this.#analysis;
    const emitter = emitters.find((each) => each.name === name);
    if (!ready || !emitter) return [];
    try {
      return await emitter.emit(ready.contract, {
        settings,
        bundle: compilation.bundle,
        lineOf: (at) => this.#lineOf(at),
      });
    } catch (error) {
      if (!(error instanceof EmitError)) throw error;
      const { code, message, at, fix } = error;
      const located = locate({
        code,
        severity: "error",
        target: null,
        message,
        at,
        fix,
        related: [],
      });
      this.#diagnostics.set(`${code} ${at}`, located);
      return [];
    }
  }

  /** The file as the contract names it, but from the folder that the API's places start at. */
  #lineOf(at: SourceRef): string {
    const { input, compilation } = this.#analysis;
    const { line } = compilation.place(at);
    const file = resolve(input.root, splitRef(at).file);
    return `${relative(input.placesFrom ?? input.root, file)
      .split(sep)
      .join("/")}:${line}`;
  }
}
