import { readFileSync } from "node:fs";

const folder = new URL("../../../apps/whiteboard/generated/", import.meta.url);

/** A file that was generated for the whiteboard's service. */
export function readGenerated<Content>(name: string): Content {
  // The generator promises that the files of these names hold this.
  return JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Content;
}
