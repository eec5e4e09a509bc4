import type { BodyReader, ReadBody } from "./operation.js";

/** For an answer without a body. */
export const readNothing = async (): Promise<ReadBody> => ({ body: undefined });
/** For `text/*`. */
export const readText = async (response: Response): Promise<ReadBody> => ({
  body: await response.text(),
});
/** For bytes: a `Blob`. */
export const readBlob = async (response: Response): Promise<ReadBody> => ({
  body: await response.blob(),
});
/** For `multipart/form-data` and `application/x-www-form-urlencoded`: `FormData`. */
export const readForm = async (response: Response): Promise<ReadBody> => ({
  body: await response.formData(),
});

async function readJson(response: Response): Promise<ReadBody | undefined> {
  const text = await response.text();
  try {
    return { body: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** `Application/JSON; charset=utf-8` → `application/json`. */
function essence(contentType: string): string {
  return contentType.replace(/;.*/s, "").trim().toLowerCase();
}

/** Ranks how well a declared media type covers a sent one: 3 exactly, 2 `text/*`, 1 everything, 0 not. */
function fit(declared: string, sent: string): number {
  const range = essence(declared);
  if (range === sent) {
    return 3;
  }
  if (range.endsWith("/*") && sent.startsWith(range.slice(0, -1))) {
    return 2;
  }
  return range === "*/*" ? 1 : 0;
}

/**
 * Reads an answer that is declared with several media types: gives `{ mediaType, body }`, where `mediaType` is
 * the declared one that fits best. None fits: the answer is not one that the contract declares.
 */
export function byMediaType(readers: Readonly<Record<string, BodyReader>>): BodyReader {
  return async (response) => {
    const sent = essence(response.headers.get("content-type") ?? "");
    const [best] = Object.entries(readers)
      .filter(([declared]) => fit(declared, sent))
      .sort(([one], [other]) => fit(other, sent) - fit(one, sent));
    if (!best) {
      return undefined;
    }
    const [mediaType, reader] = best;
    const read = await (reader === "json" ? readJson : reader)(response);
    return read && { body: { mediaType, body: read.body } };
  };
}
