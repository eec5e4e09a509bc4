import type { Contract, JsonObject, SourceRef } from "@gatewright/contract";
import type { ApiSettings } from "../settings.js";

/** Names that `--emit` takes: one per emitter. */
export const EMIT_NAMES = [
  "contract",
  "openapi",
  "types",
  "operations",
  "validators",
  "server",
  "client",
  "mocks",
  "rest-api",
  "http-api",
  "resources",
  "template",
  "terraform",
] as const;

export type EmitName = (typeof EMIT_NAMES)[number];

export interface EmittedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  /** Text with `\n` line ends and one at the end. */
  readonly text: string;
}

/** What an emitter may read beside the contract. */
export interface EmitInput {
  readonly settings: ApiSettings;
  /** The document in one piece: internal references only. For `openapi.json` and tools that want a document. */
  readonly bundle: JsonObject;
  /** A place as people find it: `openapi/paths/messages.yaml:14`. The same on every machine. */
  lineOf(at: SourceRef): string;
}

/** A name and a pure function: same contract and settings, same bytes. */
export interface Emitter {
  readonly name: EmitName;
  /** Emitters whose files these files import: they are emitted into the same folder too. */
  readonly needs: readonly EmitName[];
  emit(
    contract: Contract,
    input: EmitInput,
  ): readonly EmittedFile[] | Promise<readonly EmittedFile[]>;
}
