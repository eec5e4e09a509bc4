import { nearestName } from "@gatewright/compiler";

/** `; did you mean "generate"?`, or nothing when no known name is near. */
export function didYouMean(given: string, known: Iterable<string>): string {
  const name = nearestName(given, known);
  return name === null ? "" : `; did you mean ${JSON.stringify(name)}?`;
}
