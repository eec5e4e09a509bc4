import type { MediaTypeKind } from "./contract.js";
import type { MediaTypeRow, OperationRow, ParameterRow, RequestBodyRow } from "./operation-row.js";
import type { ParameterValues } from "./parameter-decoder.js";
import type { ProblemError } from "./problem.js";

/** The value of a body that has one, or why the body is not what its media type says. */
export type BodyDecoding = { readonly value: unknown } | { readonly detail: string };

/** Reads a body of one kind of media type. */
export type BodyDecoder = (
  body: string | Uint8Array,
  media: MediaTypeRow,
  contentType: string,
) => BodyDecoding;

/** Reads a parameter that is not one plain text: a list, an object, a style, a media type. Undefined when it was not sent. */
export type ParameterDecoder = (
  row: ParameterRow,
  name: string,
  rows: readonly ParameterRow[],
  values: ParameterValues,
  errors: ProblemError[],
) => unknown;

/**
 * What reads more than JSON bodies and plain parameters. An API names those that its operations need, so that a
 * bundle carries no others.
 */
export interface Codecs {
  readonly parameter?: ParameterDecoder;
  readonly form?: BodyDecoder;
  readonly multipart?: BodyDecoder;
  readonly text?: BodyDecoder;
  readonly binary?: BodyDecoder;
  /** For ranges such as `*\/*`, where only what was sent says how it is read. */
  readonly range?: (mediaType: string) => MediaTypeKind;
}

/** The name of one codec. */
export type CodecName = keyof Codecs;

/** True for one value in its location's default style, which nearly every parameter is. */
export function isPlainParameter({ value, style, mediaType }: ParameterRow): boolean {
  return typeof value === "string" && style === undefined && mediaType === undefined;
}

/** The codecs without which requests of an operation cannot be read. */
export function requiredCodecs(row: Pick<OperationRow, "parameters" | "body">): CodecName[] {
  const names = new Set<CodecName>();
  if (row.parameters?.some((parameter) => !isPlainParameter(parameter))) {
    names.add("parameter");
  }
  for (const name of row.body ? bodyCodecs(row.body) : []) {
    names.add(name);
  }
  return [...names];
}

/** A range may be sent as anything that it covers. */
function bodyCodecs({ content }: RequestBodyRow): readonly CodecName[] {
  return content.flatMap(({ mediaType, kind }): readonly CodecName[] =>
    mediaType.includes("*")
      ? ["form", "multipart", "text", "binary", "range"]
      : kind === "json"
        ? []
        : [kind],
  );
}
