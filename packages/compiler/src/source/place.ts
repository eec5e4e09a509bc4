import type { SourceRef } from "@gatewright/contract";
import type { SourceFile } from "./source-file.js";
import { escapeToken, sourceRef } from "./source-ref.js";

/** Where a value stands in its file, as a chain: text is made of it only when something is said about it. */
export interface SourcePlace {
  readonly file: SourceFile;
  readonly parent: SourcePlace | null;
  readonly key: string;
  /** The nearest schema around it that has an `$id`: fragments and relative references count from there. */
  readonly resource: SchemaResource | null;
}

interface SchemaResource {
  readonly id: string;
  readonly place: SourcePlace;
}

export function rootPlace(file: SourceFile): SourcePlace {
  return { file, parent: null, key: "", resource: null };
}

export function childPlace(parent: SourcePlace, key: string): SourcePlace {
  return { file: parent.file, parent, key, resource: parent.resource };
}

export function pointerOf(place: SourcePlace): string {
  const tokens: string[] = [];
  for (let at: SourcePlace = place; at.parent !== null; at = at.parent) {
    tokens.push(`/${escapeToken(at.key)}`);
  }
  return tokens.reverse().join("");
}

export function refOf(place: SourcePlace): SourceRef {
  return sourceRef(place.file.path, pointerOf(place));
}
