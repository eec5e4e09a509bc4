import type { ValueShape } from "./operation-row.js";
import {
  decodeList,
  decodePairs,
  decodePrimitive,
  isArrayShape,
  isObjectShape,
} from "./value-decoder.js";

/** Decodes the value of a header, of a request or a response. Commas separate only what is declared as a list or an object. */
export function decodeHeader(text: string, shape: ValueShape, explode = false): unknown {
  if (!isArrayShape(shape) && !isObjectShape(shape)) {
    return decodePrimitive(text, shape);
  }
  const parts = text.split(",").map((part) => part.trim());
  return decodeDelimited(parts.join(","), shape, ",", explode);
}

/** `blue,black` or, for an object, `R,100,G,200` or `R=100,G=200` (pairs). */
export function decodeDelimited(
  text: string,
  shape: ValueShape,
  separator: string,
  hasPairs: boolean,
): unknown {
  if (isArrayShape(shape)) {
    return decodeList(text.split(separator), shape);
  }
  return isObjectShape(shape)
    ? decodePairs(pairsOf(text.split(separator), hasPairs), shape)
    : decodePrimitive(text, shape);
}

/** `["R", "100"]` → `[["R", "100"]]`, or `["R=100"]` → `[["R", "100"]]`. */
export function pairsOf(parts: readonly string[], hasPairs: boolean): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < parts.length; index += hasPairs ? 1 : 2) {
    const part = parts[index] ?? "";
    const equals = part.indexOf("=");
    pairs.push(
      !hasPairs
        ? [part, parts[index + 1] ?? ""]
        : equals < 0
          ? [part, ""]
          : [part.slice(0, equals), part.slice(equals + 1)],
    );
  }
  return pairs;
}
