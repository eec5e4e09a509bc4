import type { Contract, MediaType } from "@gatewright/contract";
import { isList, own } from "../../source/json-object.js";

/** Root extension of a document that knows more of them. */
export const BINARY_MEDIA_TYPES = "x-amazon-apigateway-binary-media-types";

/**
 * Media types whose bodies are bytes, with those that the document names. A range becomes the only one that covers everything: whether API
 * Gateway reads `image/*` as a range is not documented.
 */
export function binaryMediaTypes(contract: Contract): readonly string[] {
  const given = own(contract.extensions, BINARY_MEDIA_TYPES);
  const types = new Set([
    ...(isList(given) ? given.filter((type) => typeof type === "string") : []),
    ...contract.operations
      .flatMap(({ requestBody, responses }) => [
        ...(requestBody?.content ?? []),
        ...responses.flatMap(({ content }) => content),
      ])
      .filter(isBytes)
      .map(({ mediaType }) => bareMediaType(mediaType)),
  ]);
  const list = [...types].sort();
  return list.some((type) => type.includes("*")) ? ["*/*"] : list;
}

function isBytes({ kind }: MediaType): boolean {
  return kind === "binary" || kind === "multipart";
}

/** The media type without parameters, in lower case: `text/html; charset=utf-8` → `text/html`. */
export function bareMediaType(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}
