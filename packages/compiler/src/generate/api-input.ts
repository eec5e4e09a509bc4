import type { Place, Target } from "../diagnostic/diagnostic.js";
import type { EmitName } from "../emit/emitter.js";
import type { SettingsInput } from "../settings/settings-input.js";

export type TargetName = Exclude<Target, null>;

/** One document, what deployment needs to know beside it, and where its output goes. All paths are absolute. */
export interface ApiInput {
  readonly entry: string;
  /** The widest folder that the document may refer into. */
  readonly root: string;
  /** The folder that entries and bundles of functions are relative to. */
  readonly projectRoot: string;
  /** The folder that places in the output are relative to; `root` when left out. The same wherever a command runs. */
  readonly placesFrom?: string;
  readonly settings: SettingsInput;
  /** Finds the place of a key of `settings` in the config that it came from, by its path: `["cors", "allowOrigins"]`. */
  readonly settingsPlace?: (path: readonly string[]) => Omit<Place, "pointer">;
  /** Targets that must be met: what stands in their way is an error. */
  readonly targets: readonly TargetName[];
  readonly outputs: readonly OutputInput[];
}

export interface OutputInput {
  readonly dir: string;
  /** What belongs into the folder; what those parts need comes along. */
  readonly emit: readonly EmitName[];
  /** What this run makes of it; the rest stays as it is on disk. Everything when left out. */
  readonly only?: readonly EmitName[];
}
