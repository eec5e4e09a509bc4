import { encodeField, type FormFieldRow, isJsonMediaType, parseQuery } from "@gatewright/contract";
import type { BodyWriter } from "./operation.js";

/** By name, how the fields are written whose values do not say it: style, explode, media type. */
export type FormFields = Readonly<Record<string, FormField>>;
type FormField = Pick<FormFieldRow, "style" | "explode" | "contentType">;

/** `application/x-www-form-urlencoded`, by the codec that reads it on the server. An object goes as JSON. */
export function formBody(fields: FormFields = {}): BodyWriter {
  return (body) => ({
    content: entriesOf(body)
      .flatMap(([name, value]) => {
        const { contentType = "", ...field } = fieldOf(fields, name, value);
        // Text is text in a form, whatever its media type; only JSON is written in a way of its own.
        return encodeField(name, isJsonMediaType(contentType) ? { contentType } : field, value);
      })
      .join("&"),
    mediaType: "application/x-www-form-urlencoded",
  });
}

/**
 * `multipart/form-data`: files are `Blob`s, objects become parts of JSON, a list one part for each item. The
 * platform writes the boundary.
 */
export function multipartBody(fields: FormFields = {}): BodyWriter {
  return (body) => {
    const form = new FormData();
    for (const [name, value] of entriesOf(body)) {
      const field = fieldOf(fields, name, value);
      if (field.style !== undefined || field.explode !== undefined) {
        // What a style spreads or joins, as text: parts are not percent-encoded.
        const texts = parseQuery(encodeField(name, field, value).join("&"));
        for (const [key, list] of Object.entries(texts)) {
          for (const text of list) {
            form.append(key, text);
          }
        }
      } else {
        for (const item of [value].flat()) {
          append(form, name, item, field.contentType);
        }
      }
    }
    return { content: form };
  };
}

function append(form: FormData, name: string, value: unknown, declared = ""): void {
  // A list of media types, or a range, leaves the choice to the file.
  const type = /[,*]/.test(declared) ? "" : declared;
  if (value instanceof Blob) {
    const file = value.type || !type ? value : new Blob([value], { type });
    form.append(name, file, ...(value instanceof File ? [value.name] : []));
  } else if (isJsonMediaType(type) || (typeof value === "object" && value !== null)) {
    form.append(name, new Blob([JSON.stringify(value)], { type: type || "application/json" }));
  } else {
    const text = String(value);
    form.append(name, type === "" || type === "text/plain" ? text : new Blob([text], { type }));
  }
}

/** Fields of an object, without those that are `undefined`. */
function entriesOf(body: unknown): (readonly [string, unknown])[] {
  return Object.entries(Object(body)).filter(([, value]) => value !== undefined);
}

/** How a field is written: as declared, else by its value. */
function fieldOf(fields: FormFields, name: string, value: unknown): FormField {
  const declared = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (declared) {
    return declared;
  }
  const isDocument = [value].flat().some((item) => typeof item === "object" && item !== null);
  return isDocument ? { contentType: "application/json" } : {};
}
