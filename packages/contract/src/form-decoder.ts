import { isJsonMediaType } from "./media-type.js";
import type { MultiMap } from "./multi-map.js";
import type { FormFieldRow } from "./operation-row.js";
import { setOwn } from "./primitive-decoder.js";
import { decodeField, textsOf } from "./query-decoder.js";
import { isArrayShape, isObjectShape, parseJson } from "./value-decoder.js";

type Fields = Readonly<Record<string, FormFieldRow>>;

/** Fields of a form by name. A field that nothing declares is text, or a list of texts when it is repeated. */
export function decodeFormFields(form: MultiMap, fields: Fields = {}): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const declared = Object.entries(fields);
  const names = declared.map(([name]) => ({ name }));
  for (const [name, field] of declared) {
    const decoded =
      field.contentType !== undefined && isJsonMediaType(field.contentType)
        ? decodeJsonTexts(textsOf(form, name), field)
        : decodeField(name, field, form, names);
    if (decoded !== undefined) {
      setOwn(value, name, decoded);
    }
  }
  for (const name of Object.keys(form)) {
    const texts = textsOf(form, name);
    if (texts && !isTaken(name, declared)) {
      setOwn(value, name, texts.length === 1 ? texts[0] : [...texts]);
    }
  }
  return value;
}

/** Whether a field of the form has been read as (part of) a declared one. */
export function isTaken(
  name: string,
  declared: readonly (readonly [string, FormFieldRow])[],
): boolean {
  return declared.some(
    ([own, { value, contentType, style = "form", explode = style === "form" }]) =>
      own === name ||
      (contentType === undefined &&
        isObjectShape(value) &&
        (style === "deepObject" ? name.startsWith(`${own}[`) : style === "form" && explode)),
  );
}

/** Text that is not JSON stays text: the validator says what was expected. */
function decodeJsonTexts(texts: readonly string[] | undefined, field: FormFieldRow): unknown {
  if (!texts) {
    return undefined;
  }
  const values = texts.map(parseJson);
  return values.length === 1 && !(isArrayShape(field.value) && !Array.isArray(values[0]))
    ? values[0]
    : values;
}
