import type { Contract, NamedSchema, Tag } from "@gatewright/contract";
import type { Bundle } from "../source/bundler.js";
import { type Cursor, rootCursor, walkDocument } from "../source/cursor.js";
import type { OpenapiVersion } from "../source/openapi-version.js";
import { extensionsOf, textFields } from "./context.js";
import { NameRegistry } from "./names.js";
import { buildOperations, type OperationContext } from "./operation.js";
import { SchemaBuilder } from "./schema.js";
import { buildSecuritySchemes } from "./security.js";
import { buildServers } from "./server.js";

/**
 * The contract that a bundled document amounts to. A document with mistakes gives a contract without the
 * parts that are mistaken; the rules say what is wrong with them.
 */
export function buildContract(
  bundle: Bundle,
  version: OpenapiVersion,
  isComponent: IsComponent,
): Contract {
  const { is31 } = version;
  const root = rootCursor(bundle);
  const names = new NameRegistry();
  const builder = new SchemaBuilder(is31, bundle.broken);
  const schemas = buildSchemas(root, builder, names, isComponent);
  const context: OperationContext = {
    is31,
    schemas: builder,
    root,
    names,
    ids: new Set(writtenIds(bundle)),
  };
  const info = root.get("info");
  return {
    formatVersion: 1,
    openapi: version.text,
    info: {
      title: info?.string("title") ?? "",
      version: info?.string("version") ?? "",
      ...(info ? textFields(info, "summary", "description") : {}),
      at: info?.at ?? root.at,
    },
    servers: buildServers(root.get("servers")),
    tags: buildTags(root),
    operations: buildOperations(context, root.get("paths")),
    webhooks: is31 ? buildOperations(context, root.get("webhooks")) : [],
    schemas,
    securitySchemes: buildSecuritySchemes(root),
    extensions: extensionsOf(root),
    at: root.at,
  };
}

/** True for a schema that the document itself lists in its components. */
type IsComponent = (name: string) => boolean;

function buildSchemas(
  root: Cursor,
  builder: SchemaBuilder,
  names: NameRegistry,
  isComponent: IsComponent,
): readonly NamedSchema[] {
  return (root.get("components")?.get("schemas")?.entries() ?? []).map((entry) => ({
    name: entry.key,
    typeName: names.schemaType(entry.key),
    schema: builder.build(entry.value),
    isComponent: isComponent(entry.key),
    at: entry.at,
  }));
}

function buildTags(root: Cursor): readonly Tag[] {
  return (root.get("tags")?.items() ?? []).flatMap((item) => {
    const name = item.string("name");
    return name === undefined ? [] : [{ name, ...textFields(item, "description") }];
  });
}

function writtenIds(bundle: Bundle): readonly string[] {
  const ids: string[] = [];
  walkDocument(bundle, (cursor, kind) => {
    const id = kind === "operation" ? cursor.string("operationId") : undefined;
    if (id !== undefined) {
      ids.push(id);
    }
  });
  return ids;
}
