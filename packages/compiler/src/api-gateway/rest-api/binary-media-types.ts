import type { Contract, MediaType } from "@gatewright/contract";

/**
 * Media types whose bodies are bytes. A range becomes the only one that covers everything: whether API
 * Gateway reads `image/*` as a range is not documented.
 */
export function binaryMediaTypes(contract: Contract): readonly string[] {
  const types = new Set(
    contract.operations
      .flatMap(({ requestBody, responses }) => [
        ...(requestBody?.content ?? []),
        ...responses.flatMap(({ content }) => content),
      ])
      .filter(isBytes)
      .map(({ mediaType }) => bareMediaType(mediaType)),
  );
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
