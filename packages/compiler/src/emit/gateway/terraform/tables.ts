import type { Json, JsonObject } from "@gatewright/contract";
import { isList, isObject, own } from "../../../source/json-object.js";
import type { Deployment } from "../deployed-functions.js";
import { literal, localName } from "./text.js";

/** Tables as the AWS provider writes them, protected from being destroyed with the rest. */
export function tableConfiguration({ tables }: Deployment): JsonObject {
  return Object.fromEntries(
    tables.map(({ name, logicalId, properties }) => [
      localName(logicalId),
      {
        name: `\${var.name_prefix}${literal(name)}`,
        ...table(properties),
        lifecycle: { prevent_destroy: true },
      },
    ]),
  );
}

function table(properties: JsonObject): JsonObject {
  const at = (name: string): JsonObject => {
    const value = own(properties, name);
    return isObject(value) ? value : {};
  };
  const throughput = own(properties, "ProvisionedThroughput");
  const stream = at("StreamSpecification");
  const timeToLive = at("TimeToLiveSpecification");
  const encryption = at("SSESpecification");
  return {
    billing_mode:
      own(properties, "BillingMode") ?? (throughput ? "PROVISIONED" : "PAY_PER_REQUEST"),
    ...capacity(throughput),
    ...keys(own(properties, "KeySchema")),
    attribute: objects(own(properties, "AttributeDefinitions")).map((attribute) => ({
      name: attribute.AttributeName ?? "",
      type: attribute.AttributeType ?? "S",
    })),
    ...list("global_secondary_index", own(properties, "GlobalSecondaryIndexes")),
    ...list("local_secondary_index", own(properties, "LocalSecondaryIndexes")),
    ...(Object.hasOwn(timeToLive, "AttributeName") && {
      ttl: {
        attribute_name: timeToLive.AttributeName ?? "",
        enabled: timeToLive.Enabled ?? true,
      },
    }),
    ...(Object.hasOwn(stream, "StreamViewType") && {
      stream_enabled: true,
      stream_view_type: stream.StreamViewType ?? "NEW_AND_OLD_IMAGES",
    }),
    ...(encryption.SSEEnabled === true && { server_side_encryption: { enabled: true } }),
    point_in_time_recovery: {
      enabled: at("PointInTimeRecoverySpecification").PointInTimeRecoveryEnabled !== false,
    },
    ...optional("table_class", own(properties, "TableClass")),
    ...optional("deletion_protection_enabled", own(properties, "DeletionProtectionEnabled")),
  };
}

function list(name: string, indexes: Json | undefined): JsonObject {
  const made = objects(indexes).map((index) => {
    const projection = isObject(index.Projection) ? index.Projection : {};
    return {
      name: index.IndexName ?? "",
      // A local index has the hash key of its table.
      ...(name === "local_secondary_index"
        ? { range_key: keys(index.KeySchema).range_key ?? "" }
        : keys(index.KeySchema)),
      projection_type: projection.ProjectionType ?? "ALL",
      ...optional("non_key_attributes", projection.NonKeyAttributes),
      ...capacity(index.ProvisionedThroughput),
    };
  });
  return made.length > 0 ? { [name]: made } : {};
}

function keys(schema: Json | undefined): JsonObject {
  const named = objects(schema).map((key) => [
    key.KeyType === "RANGE" ? "range_key" : "hash_key",
    key.AttributeName ?? "",
  ]);
  return Object.fromEntries(named);
}

function capacity(throughput: Json | undefined): JsonObject {
  return isObject(throughput)
    ? {
        read_capacity: throughput.ReadCapacityUnits ?? 1,
        write_capacity: throughput.WriteCapacityUnits ?? 1,
      }
    : {};
}

function optional(name: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}
