import { allCodecs } from "../all-codecs.js";
import type { ParameterRow } from "../operation-row.js";
import { decodeParameters, type ParameterValues } from "../parameter-decoder.js";
import type { ProblemError } from "../problem.js";

const nothing: ParameterValues = { path: {}, query: {}, headers: {}, cookies: {} };

/** Decodes what a test says was sent; what it does not name was not sent. */
export function decode(
  rows: ParameterRow | readonly ParameterRow[],
  values: Partial<ParameterValues>,
  errors: ProblemError[] = [],
) {
  return decodeParameters([rows].flat(), { ...nothing, ...values }, errors, allCodecs);
}

/** The shape of a list of texts. */
export const list = { items: "string" } as const;
