import type {
  Encoding,
  Example,
  Json,
  MediaType,
  MediaTypeKind,
  ParameterStyle,
  ResponseHeader,
} from "@gatewright/contract";
import type { Cursor } from "../source/cursor.js";
import { own } from "../source/json-object.js";
import { type BuildContext, schemaIn, textFields } from "./context.js";

/** How the bytes of a media type become a value. */
export function kindOfMediaType(mediaType: string): MediaTypeKind {
  const essence = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (essence === "application/json" || essence.endsWith("+json") || essence === "text/json") {
    return "json";
  }
  if (essence === "application/x-www-form-urlencoded") {
    return "form";
  }
  if (essence.startsWith("multipart/")) {
    return "multipart";
  }
  return essence.startsWith("text/") ? "text" : "binary";
}

export function buildContent(context: BuildContext, holder: Cursor): readonly MediaType[] {
  const content = holder.get("content");
  return (content?.entries() ?? [])
    .filter((entry) => entry.object !== null && !entry.isBroken)
    .map((entry) => ({
      mediaType: entry.key,
      kind: kindOfMediaType(entry.key),
      schema: schemaIn(context, entry, "schema"),
      encoding: (entry.get("encoding")?.entries() ?? []).map((each) =>
        buildEncoding(context, each),
      ),
      examples: buildExamples(entry),
      at: entry.at,
    }));
}

/** `example` and `examples`, values only; an `externalValue` is never read. */
export function buildExamples(holder: Cursor): readonly Example[] {
  const examples: Example[] = [];
  const single = holder.object && own(holder.object, "example");
  if (single !== null && single !== undefined) {
    examples.push({ name: "", value: single, at: `${holder.at}/example` });
  }
  for (const entry of holder.get("examples")?.entries() ?? []) {
    const example = entry.follow();
    const value: Json | undefined = example?.object ? own(example.object, "value") : undefined;
    if (example && value !== undefined) {
      examples.push({ name: entry.key, value, at: `${example.at}/value` });
    }
  }
  return examples;
}

export function buildHeaders(context: BuildContext, holder: Cursor): readonly ResponseHeader[] {
  return (holder.get("headers")?.entries() ?? []).flatMap((entry) => {
    const header = entry.follow();
    // OpenAPI: a Content-Type header among the headers is ignored; the media types say it.
    if (!header?.object || entry.key.toLowerCase() === "content-type") {
      return [];
    }
    const [content] = buildContent(context, header);
    return [
      {
        name: entry.key,
        required: header.boolean("required") ?? false,
        ...textFields(header, "description"),
        explode: header.boolean("explode") ?? false,
        schema: content ? (content.schema ?? true) : (schemaIn(context, header, "schema") ?? true),
        mediaType: content?.mediaType ?? null,
        at: header.at,
      },
    ];
  });
}

const STYLES = new Set<string>([
  "simple",
  "label",
  "matrix",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
]);

export function isStyle(style: string | undefined): style is ParameterStyle {
  return style !== undefined && STYLES.has(style);
}

function buildEncoding(context: BuildContext, entry: Cursor): Encoding {
  const written = entry.string("style");
  const style = isStyle(written) ? written : "form";
  return {
    property: entry.key,
    ...textFields(entry, "contentType"),
    style,
    explode: entry.boolean("explode") ?? style === "form",
    allowReserved: entry.boolean("allowReserved") ?? false,
    headers: buildHeaders(context, entry),
  };
}
