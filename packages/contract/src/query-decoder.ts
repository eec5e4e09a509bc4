import { decodeDelimited } from "./delimited-decoder.js";
import type { MultiMap } from "./multi-map.js";
import type { FormFieldRow, ObjectShape, ParameterRow } from "./operation-row.js";
import { setOwn } from "./primitive-decoder.js";
import {
  decodeItem,
  decodeList,
  decodePairs,
  isArrayShape,
  isObjectShape,
  propertyShape,
} from "./value-decoder.js";

/**
 * Decodes one query parameter, or one field of a form body, by style and explode. Undefined when nothing was
 * sent. A list is what was sent several times, whatever the declared shape, so that a validator can refuse it.
 */
export function decodeField(
  name: string,
  { value: shape, style = "form", explode = style === "form" }: Omit<FormFieldRow, "isBinary">,
  map: MultiMap,
  others: readonly Pick<ParameterRow, "name">[],
): unknown {
  if (isObjectShape(shape)) {
    if (style === "deepObject") {
      return decodeDeep(name, shape, map);
    }
    if (style === "form" && explode) {
      return decodeNamed(shape, pairsIn(map), others);
    }
  }
  const texts = textsOf(map, name);
  if (texts === undefined) {
    return undefined;
  }
  const separator = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
  if (isArrayShape(shape)) {
    return decodeList(explode ? texts : texts.flatMap((text) => text.split(separator)), shape);
  }
  return texts.length === 1 ? decodeDelimited(texts[0] ?? "", shape, separator, false) : [...texts];
}

/** What was sent under a name. Names of Object.prototype hold no text and no list. */
export function textsOf(map: MultiMap, name: string): readonly string[] | undefined {
  const texts = map[name];
  return typeof texts === "string"
    ? [texts]
    : Array.isArray(texts) && texts.length > 0
      ? texts
      : undefined;
}

function pairsIn(map: MultiMap): [string, string][] {
  return Object.keys(map).map((name) => [name, textsOf(map, name)?.at(-1) ?? ""]);
}

/** `?R=100&G=200`: properties go by their own names. Names that other parameters have are theirs. */
export function decodeNamed(
  shape: ObjectShape,
  pairs: readonly (readonly [string, string | undefined])[],
  others: readonly Pick<ParameterRow, "name">[],
): Record<string, unknown> | undefined {
  const own: [string, string][] = [];
  const isOwn = (name: string) =>
    Object.hasOwn(shape.properties, name) || !others.some((other) => other.name === name);
  for (const [name, text] of pairs) {
    if (text !== undefined && isOwn(name)) {
      own.push([name, text]);
    }
  }
  return own.length > 0 ? decodePairs(own, shape) : undefined;
}

/** `?color[R]=100&color[G]=200`, and deeper where the shape is: `?filter[size][min]=1`. */
function decodeDeep(
  name: string,
  shape: ObjectShape,
  map: MultiMap,
): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {};
  let isEmpty = true;
  const nested = new Set<string>();
  for (const key of Object.keys(map)) {
    const texts = textsOf(map, key);
    const property = texts && key.startsWith(`${name}[`) ? key.slice(name.length + 1) : "";
    const end = property.indexOf("]");
    if (!texts || end < 0) {
      continue;
    }
    const own = property.slice(0, end);
    const inner = propertyShape(shape, own);
    if (end === property.length - 1) {
      isEmpty = false;
      const [first = ""] = texts;
      setOwn(
        value,
        own,
        isArrayShape(inner)
          ? decodeList(texts, inner)
          : texts.length === 1
            ? decodeItem(first, inner)
            : [...texts],
      );
    } else if (isObjectShape(inner) && !nested.has(own)) {
      nested.add(own);
      isEmpty = false;
      setOwn(value, own, decodeDeep(`${name}[${own}]`, inner, map));
    }
  }
  return isEmpty ? undefined : value;
}
