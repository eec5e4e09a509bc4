import type { Target } from "../diagnostic/diagnostic.js";
import type { EmitName } from "../emit/emitter.js";
import type { SettingsInput } from "../settings/settings-input.js";

export type TargetName = Exclude<Target, null>;

/** One document to generate from. */
export interface ApiInput {
  /** Absolute path of the document. */
  readonly entry: string;
  /** Absolute path of the widest folder that the document may refer into. */
  readonly root: string;
  /** Absolute path of the folder that entries and bundles of functions are relative to. */
  readonly projectRoot: string;
  readonly settings: SettingsInput;
  /** Targets that must be met: what stands in their way is an error. */
  readonly targets: readonly TargetName[];
  readonly outputs: readonly OutputInput[];
}

export interface OutputInput {
  /** Absolute path of the folder. */
  readonly dir: string;
  /** What belongs into it; what those parts need comes along. */
  readonly emit: readonly EmitName[];
  /** What this run makes of it; the rest stays as it is on disk. Everything when left out. */
  readonly only?: readonly EmitName[];
}
