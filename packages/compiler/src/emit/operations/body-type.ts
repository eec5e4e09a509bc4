import type { MediaType } from "@gatewright/contract";
import { Code, identifier, literal } from "../code.js";
import type { Direction } from "../schema/schema-table.js";
import { isObject } from "../schema/subschemas.js";
import { type TypeScope, typeExpression } from "../schema/type-expression.js";
import { atom, objectOf, property, type TypeText, UNKNOWN, unionOf } from "../schema/type-text.js";

/** Where a value's type is read: bytes are a `Uint8Array` in a service and a `Blob` in an SDK. */
export type Side = "service" | "sdk";

/** The type of a body: of its one media type, or a union of `{ mediaType, body }` when there are several. */
export function bodyType(content: readonly MediaType[], scope: TypeScope, side: Side): TypeText {
  const isRead = scope.direction === "request" || side === "sdk";
  const [only] = content;
  if (only === undefined) return atom(identifier("undefined"));
  if (content.length === 1) return mediaTypeValue(only, scope, side);
  return unionOf(
    content.map((media) =>
      objectOf([
        property("mediaType", mediaTypeName(media.mediaType, isRead), { isOptional: false }),
        property("body", mediaTypeValue(media, scope, side), { isOptional: false }),
      ]),
    ),
  );
}

/** The type of bytes inside a body: a file of a form, never a text in JSON. */
export function binaryType(side: Side): "Blob" | "Uint8Array" {
  return side === "sdk" ? "Blob" : "Uint8Array";
}

function mediaTypeValue(media: MediaType, scope: TypeScope, side: Side): TypeText {
  // A range says nothing about how a body is decoded; the media type that was sent does.
  const isOpen = /^(?:\*|application)\/\*$/.test(media.mediaType);
  if (isOpen && side === "service" && scope.direction === "request") return UNKNOWN;
  switch (media.kind) {
    case "json":
      return media.schema === null ? UNKNOWN : typeExpression(media.schema, scope);
    case "form":
    case "multipart":
      if (side === "sdk" && scope.direction === "response") return atom(identifier("FormData"));
      if (media.schema === null) return UNKNOWN;
      return typeExpression(media.schema, { ...scope, binary: binaryType(side) });
    case "text":
      return textType(media, scope);
    case "binary":
      return bytesType(scope.direction, side);
  }
}

/** Text stays text: a schema can only name the texts that it may be. */
function textType(media: MediaType, scope: TypeScope): TypeText {
  const resolved = scope.table.resolve(media.schema ?? true);
  const isNarrow =
    isObject(resolved) && (Object.hasOwn(resolved, "enum") || Object.hasOwn(resolved, "const"));
  return isNarrow && media.schema !== null
    ? typeExpression(media.schema, scope)
    : atom(identifier("string"));
}

function bytesType(direction: Direction, side: Side): TypeText {
  if (side === "service") return atom(identifier("Uint8Array"));
  const blob = atom(identifier("Blob"));
  if (direction === "response") return blob;
  return unionOf([
    blob,
    atom(identifier("ArrayBuffer")),
    atom(new Code("Uint8Array<ArrayBuffer>")),
  ]);
}

/** What was declared, where a body is read; where it is made, a range such as `image/*` stands for what fits it. */
function mediaTypeName(mediaType: string, isRead: boolean): TypeText {
  if (isRead) return atom(literal(mediaType));
  if (mediaType === "*/*") return atom(identifier("string"));
  if (!mediaType.endsWith("/*")) return atom(literal(mediaType));
  const text = atom(identifier("string"));
  const prefix = mediaType.slice(0, -1);
  return /^[\w.+-]+\/$/.test(prefix) ? atom(new Code(`\`${prefix}\${string}\``)) : text;
}
