import type { Problem } from "../api.js";

export type FieldName = "author" | "text";

/** What a refused message has to say, sorted by where it is shown. */
export interface DraftErrors {
  readonly author?: string;
  readonly text?: string;
  /** What belongs to no field. */
  readonly form?: string;
}

const fields: Readonly<Record<string, FieldName>> = { "/author": "author", "/text": "text" };

/** Sorts the `errors` of a Problem by JSON Pointer: `/text` belongs to the field `text`. */
export function toDraftErrors({ title, detail, errors = [] }: Problem): DraftErrors {
  const found: Partial<Record<keyof DraftErrors, string>> = {};
  for (const error of errors) {
    const field = "pointer" in error ? fieldAt(error.pointer) : undefined;
    const key = field ?? "form";
    const text = field ? sentence(error.detail) : `${placeOf(error)} ${error.detail}`;
    found[key] = found[key] ? `${found[key]} ${text}` : text;
  }
  return Object.keys(found).length > 0 ? found : { form: detail ?? title };
}

function fieldAt(pointer: string): FieldName | undefined {
  return Object.hasOwn(fields, pointer) ? fields[pointer] : undefined;
}

function placeOf(error: NonNullable<Problem["errors"]>[number]): string {
  return "pointer" in error ? error.pointer || "The message" : `${error.in} ${error.name}`;
}

/** `is required` → `Is required.` */
function sentence(detail: string): string {
  const text = detail.charAt(0).toUpperCase() + detail.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
