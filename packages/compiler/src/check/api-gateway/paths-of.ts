import type { Contract, SourceRef } from "@gatewright/contract";
import { type PathSegment, pathSegments } from "../../api-gateway/path-template.js";

/** A path template of the contract, once for all its operations. */
export interface ContractPath {
  readonly path: string;
  readonly segments: readonly PathSegment[];
  readonly at: SourceRef;
}

export function pathsOf(contract: Contract): readonly ContractPath[] {
  const paths = new Map<string, ContractPath>();
  for (const { path, pathAt } of contract.operations) {
    if (!paths.has(path)) {
      paths.set(path, { path, segments: pathSegments(path), at: pathAt });
    }
  }
  return [...paths.values()];
}
