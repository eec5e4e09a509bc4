import type { ParameterDecoder } from "./codecs.js";
import { decodeDelimited, decodeHeader } from "./delimited-decoder.js";
import { isJsonMediaType } from "./media-type.js";
import type { ParameterRow } from "./operation-row.js";
import { type ParameterValues, valuesIn } from "./parameter-decoder.js";
import { decodePath } from "./path-decoder.js";
import type { ProblemError } from "./problem.js";
import { decodeField, decodeNamed, textsOf } from "./query-decoder.js";
import { isObjectShape } from "./value-decoder.js";

/** Reads lists, objects, styles and media types of parameters, by location. */
export const styledParameter: ParameterDecoder = (row, name, rows, values, errors) => {
  if (row.mediaType !== undefined) {
    return decodeContent(row, name, row.mediaType, values, errors);
  }
  if (row.in === "query") {
    return decodeField(name, row, values.query, rows);
  }
  if (row.in === "cookie" && isObjectShape(row.value) && row.explode !== false) {
    return decodeNamed(row.value, Object.entries(values.cookies), rows);
  }
  const text = singleText(row, name, values);
  if (text === undefined) {
    return undefined;
  }
  return row.in === "path"
    ? decodePath(text, name, row)
    : row.in === "header"
      ? decodeHeader(text, row.value, row.explode)
      : decodeDelimited(text, row.value, ",", false);
};

/** Repeated field lines of a header are one list. Source: RFC 9110 §5.3. */
function singleText(row: ParameterRow, name: string, values: ParameterValues): string | undefined {
  return textsOf(valuesIn(values, row.in), name)?.join(", ");
}

function decodeContent(
  row: ParameterRow,
  name: string,
  mediaType: string,
  values: ParameterValues,
  errors: ProblemError[],
): unknown {
  const text = singleText(row, name, values);
  if (text === undefined || !isJsonMediaType(mediaType)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    errors.push({ detail: "must be a JSON document", in: row.in, name: row.name });
    return text;
  }
}
