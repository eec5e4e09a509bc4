import type { Contract, MediaType } from "@gatewright/contract";
import type { Direction } from "./relaxed-names.js";

/** A body that a model can describe. */
export interface JsonBody {
  readonly media: MediaType;
  readonly direction: Direction;
  /** Name of the model when the schema has none of its own. */
  readonly hint: string;
}

/** Bodies with a JSON media type, in document order. */
export function jsonBodies(contract: Contract): readonly JsonBody[] {
  return contract.operations.flatMap(({ typeName, requestBody, responses }) => [
    ...bodies(requestBody?.content ?? [], "request", `${typeName}Body`),
    ...responses.flatMap(({ status, content }) =>
      bodies(content, "response", `${typeName}${status}`),
    ),
  ]);
}

function bodies(
  content: readonly MediaType[],
  direction: Direction,
  hint: string,
): readonly JsonBody[] {
  return content
    .filter(({ kind }) => kind === "json")
    .map((media, index) => ({
      media,
      direction,
      hint: index === 0 ? hint : `${hint}${index + 1}`,
    }));
}
