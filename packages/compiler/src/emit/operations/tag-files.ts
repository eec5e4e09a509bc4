import type { Contract, Operation } from "@gatewright/contract";
import { unusedName } from "../unused-name.js";

/** The operations that are written into one file: those whose first tag is the same. */
export interface TagFile {
  /** Without folder and extension. */
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** Groups operations by first tag, in the order of their first operation; untagged ones are in `default`. */
export function tagFiles(contract: Contract, reserved: readonly string[] = []): readonly TagFile[] {
  const byTag = new Map<string | null, Operation[]>();
  for (const operation of contract.operations) {
    const tag = operation.tags[0] ?? null;
    const group = byTag.get(tag);
    if (group) group.push(operation);
    else byTag.set(tag, [operation]);
  }
  const taken = new Set(reserved);
  return [...byTag].map(([tag, operations]) => ({
    name: unusedName(tag === null ? "default" : fileName(tag), taken),
    operations,
  }));
}

/** `Museum hours` → `museum-hours`. Names that Windows keeps for devices get an ending. */
function fileName(tag: string): string {
  const slug = tag
    .normalize("NFKD")
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  if (slug === "") return "tag";
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `${slug}-tag` : slug;
}
