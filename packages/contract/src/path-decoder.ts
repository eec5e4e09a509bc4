import { decodeDelimited, pairsOf } from "./delimited-decoder.js";
import type { ParameterRow } from "./operation-row.js";
import { decodeList, decodePairs, isArrayShape, isObjectShape } from "./value-decoder.js";

/** The path styles: `5`, `.5` (label), `;id=5` (matrix). */
export function decodePath(text: string, name: string, row: ParameterRow): unknown {
  const { value: shape, style = "simple", explode = false } = row;
  if (style === "label") {
    return text.startsWith(".")
      ? decodeDelimited(text.slice(1), shape, explode ? "." : ",", explode)
      : text;
  }
  if (style !== "matrix") {
    return decodeDelimited(text, shape, ",", explode);
  }
  const parts = pairsOf(text.slice(1).split(";"), true);
  if (!text.startsWith(";") || !parts.every(([key]) => key === name || isObjectShape(shape))) {
    return text;
  }
  if (explode && isObjectShape(shape)) {
    return decodePairs(parts, shape);
  }
  if (explode && isArrayShape(shape)) {
    return decodeList(
      parts.map(([, part]) => part),
      shape,
    );
  }
  const [[key, only] = ["", ""]] = parts;
  return parts.length === 1 && key === name ? decodeDelimited(only, shape, ",", false) : text;
}
