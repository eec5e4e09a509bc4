import { isTaken } from "./form-decoder.js";
import { isJsonMediaType, mediaTypeParameter } from "./media-type.js";
import type { FormFieldRow } from "./operation-row.js";
import { decodePercent } from "./percent.js";
import { setOwn } from "./primitive-decoder.js";
import { decodeField } from "./query-decoder.js";
import { decodePrimitive, isArrayShape, isObjectShape, parseJson } from "./value-decoder.js";

type Fields = Readonly<Record<string, FormFieldRow>>;

/** One part of a multipart body. */
interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Fields of a multipart body by name: files as bytes, JSON parts as values, all others by their declared shape.
 * Undefined when the body is not in parts. Source: RFC 7578, RFC 2046 §5.1.
 */
export function decodeMultipart(
  bytes: Uint8Array,
  boundary: string,
  fields: Fields = {},
): Record<string, unknown> | undefined {
  const parts = splitParts(bytes, boundary);
  if (!parts) {
    return undefined;
  }
  const found: Record<string, unknown[]> = Object.create(null);
  for (const part of parts) {
    const field = Object.hasOwn(fields, part.name) ? fields[part.name] : undefined;
    const values = found[part.name] ?? [];
    found[part.name] = values;
    values.push(decodePart(part, field));
  }
  const value: Record<string, unknown> = {};
  const styled = Object.entries(fields).filter(
    ([, { style, explode }]) => style !== undefined || explode !== undefined,
  );
  const texts = styled.length > 0 ? textsOfParts(parts) : {};
  for (const [name, field] of styled) {
    const decoded = decodeField(name, field, texts, []);
    if (decoded !== undefined) {
      setOwn(value, name, decoded);
    }
  }
  for (const [name, values] of Object.entries(found)) {
    if (isTaken(name, styled)) {
      continue;
    }
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const [first] = values;
    const isList =
      values.length > 1 || (field && isArrayShape(field.value) && !Array.isArray(first));
    setOwn(value, name, isList ? values : first);
  }
  return value;
}

/** Texts by name, as a form has them, for fields that an encoding writes by style. */
function textsOfParts(parts: readonly Part[]): Readonly<Record<string, readonly string[]>> {
  const texts: Record<string, string[]> = Object.create(null);
  for (const { name, bytes } of parts) {
    const list = texts[name] ?? [];
    texts[name] = list;
    list.push(new TextDecoder().decode(bytes));
  }
  return texts;
}

function decodePart(part: Part, field: FormFieldRow | undefined): unknown {
  if (field?.isBinary || (!field && part.isFile)) {
    return part.bytes;
  }
  const text = new TextDecoder().decode(part.bytes);
  const shape = field && isArrayShape(field.value) ? field.value.items : (field?.value ?? "any");
  const isJson =
    isJsonMediaType(part.mediaType || (field?.contentType ?? "")) ||
    isArrayShape(shape) ||
    isObjectShape(shape);
  return isJson
    ? parseJson(text)
    : isArrayShape(shape) || isObjectShape(shape)
      ? text
      : decodePrimitive(text, shape);
}

function splitParts(bytes: Uint8Array, boundary: string): Part[] | undefined {
  // One character per byte: only the positions of ASCII delimiters are taken from this text.
  const text = new TextDecoder("latin1").decode(bytes);
  const delimiter = `--${boundary}`;
  const parts: Part[] = [];
  let start = text.startsWith(delimiter) ? 0 : text.indexOf(`\r\n${delimiter}`) + 2;
  if (start === 1) {
    return undefined;
  }
  for (;;) {
    const head = start + delimiter.length;
    if (text.startsWith("--", head)) {
      return parts;
    }
    const body = text.indexOf("\r\n\r\n", head);
    const end = text.indexOf(`\r\n${delimiter}`, head);
    if (body < 0 || end < 0) {
      return undefined;
    }
    const isEmpty = end < body + 4;
    const header = new TextDecoder().decode(bytes.subarray(head, body));
    const part = readPart(header, isEmpty ? new Uint8Array() : bytes.subarray(body + 4, end));
    if (part) {
      parts.push(part);
    }
    start = end + 2;
  }
}

/** Quotes and line ends in names are percent-encoded, and nothing else is. Source: HTML, "Multipart form data". */
function readPart(header: string, bytes: Uint8Array): Part | undefined {
  const lines = header.split("\r\n");
  const find = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? "";
  const disposition = find("content-disposition");
  const name = dispositionParameter(disposition, "name");
  return name === undefined
    ? undefined
    : {
        name: name.replace(/%(?:22|0D|0A)/g, decodePercent),
        isFile: dispositionParameter(disposition, "filename") !== undefined,
        mediaType: find("content-type").trim(),
        bytes,
      };
}

/**
 * A parameter of `Content-Disposition` as browsers write it: a backslash stands for itself. Older clients write
 * `\"` for a quote; it ends the text only where the parameter does.
 */
function dispositionParameter(disposition: string, name: string): string | undefined {
  const quoted = new RegExp(`(?:^|;)\\s*${name}="((?:[^"]|\\\\"(?!\\s*(?:;|$)))*)"`, "i");
  return (
    quoted.exec(disposition)?.[1]?.replaceAll('\\"', '"') ?? mediaTypeParameter(disposition, name)
  );
}
