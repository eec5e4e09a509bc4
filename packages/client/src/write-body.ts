import type { BodyWriter } from "./operation.js";

/** JSON under another media type than `application/json`, for example `application/merge-patch+json`. */
export function jsonBody(mediaType: string): BodyWriter {
  return (body) => ({ content: JSON.stringify(body), mediaType });
}

/** Text as it is. */
export function textBody(mediaType: string): BodyWriter {
  return (body) => ({ content: String(body), mediaType });
}

/** Bytes as they are: a `Blob`, an `ArrayBuffer`, a view of one, or a string. */
export function binaryBody(mediaType: string): BodyWriter {
  return (body) => ({
    content:
      typeof body === "string" ||
      body instanceof Blob ||
      body instanceof ArrayBuffer ||
      isBytes(body)
        ? body
        : JSON.stringify(body),
    mediaType,
  });
}

function isBytes(body: unknown): body is ArrayBufferView<ArrayBuffer> {
  return ArrayBuffer.isView(body);
}

/** Fields of an object as `[name, value]`, a list once per item; `undefined` is left out. */
function fields(body: unknown): (readonly [string, unknown])[] {
  return Object.entries(Object(body)).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((item) => item !== undefined)
      .map((item) => [name, item] as const),
  );
}

/** A value that is not text goes as JSON. */
function fieldText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `application/x-www-form-urlencoded`. */
export const formBody: BodyWriter = (body) => ({
  content: new URLSearchParams(
    fields(body).map(([name, value]) => [name, fieldText(value)]),
  ).toString(),
  mediaType: "application/x-www-form-urlencoded",
});

/** `multipart/form-data`: files are `Blob`s, objects become parts of JSON. The platform writes the boundary. */
export const multipartBody: BodyWriter = (body) => {
  const form = new FormData();
  for (const [name, value] of fields(body)) {
    if (value instanceof Blob) {
      form.append(name, value);
    } else if (typeof value === "object" && value !== null) {
      form.append(name, new Blob([JSON.stringify(value)], { type: "application/json" }));
    } else {
      form.append(name, String(value));
    }
  }
  return { content: form };
};

/** A body with several media types: takes `{ mediaType, body }` and writes it as that media type wants. */
export function bodyByMediaType(writers: Readonly<Record<string, BodyWriter>>): BodyWriter {
  return (input) => {
    const { mediaType, body }: { mediaType?: unknown; body?: unknown } = Object(input);
    const name = String(mediaType);
    const writer = Object.hasOwn(writers, name) ? writers[name] : undefined;
    if (!writer) {
      throw new TypeError(`media type "${name}" is not declared for this body`);
    }
    return writer(body);
  };
}
