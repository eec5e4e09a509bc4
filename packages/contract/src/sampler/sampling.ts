import type { Json, Schema } from "../json.js";
import type { Random } from "./random.js";
import type { SchemaTable } from "./references.js";

/** What the parts of one sample share. */
export interface Sampling {
  readonly schemas: SchemaTable;
  readonly direction: "request" | "response";
  readonly random: Random;
  readonly depth: number;
  /** True from some depth on: leave out what may be left out. */
  readonly isShort: boolean;
  /** Parts that may still be tried before an attempt is given up: a contradiction deep down must not take for ever. */
  readonly budget: { left: number };
  /** Makes a part; undefined when nothing was found. */
  readonly sample: (schema: Schema, outer: Sampling) => Json | undefined;
}
