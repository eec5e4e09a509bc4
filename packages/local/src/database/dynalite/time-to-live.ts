import { isMembers } from "../../definition/definition-reader.js";
import { validationError } from "./database-error.js";
import type { DynaliteStore, Members } from "./dynalite-modules.js";

type Run = (operation: string, input: Members) => Promise<Members>;

/** Which attribute of a table holds the second after which an item may go; kept in the store beside the tables. */
export class TimeToLive {
  readonly #db: DynaliteStore["db"];
  readonly #run: Run;

  constructor(db: DynaliteStore["db"], run: Run) {
    this.#db = db;
    this.#run = run;
  }

  async update(input: Members): Promise<Members> {
    const specification = input.TimeToLiveSpecification;
    if (
      !isMembers(specification) ||
      typeof specification.AttributeName !== "string" ||
      typeof specification.Enabled !== "boolean"
    ) {
      throw validationError("TimeToLiveSpecification needs AttributeName and Enabled");
    }
    const { AttributeName, Enabled } = specification;
    await this.#db.put(keyOf(String(input.TableName)), Enabled ? { AttributeName } : {});
    return { TimeToLiveSpecification: { AttributeName, Enabled } };
  }

  async describe(input: Members): Promise<Members> {
    const AttributeName = await this.#attributeOf(String(input.TableName));
    return {
      TimeToLiveDescription:
        AttributeName === null
          ? { TimeToLiveStatus: "DISABLED" }
          : { TimeToLiveStatus: "ENABLED", AttributeName },
    };
  }

  /** A table that is created begins without one, whatever an earlier table of its name had. */
  async forget(tableName: string): Promise<void> {
    await this.#db.put(keyOf(tableName), {});
  }

  /** Deletes what has expired by `nowSeconds`, table by table. */
  async sweep(nowSeconds: number): Promise<void> {
    const { TableNames } = await this.#run("ListTables", {});
    if (!Array.isArray(TableNames)) return;
    for (const name of TableNames) {
      const attribute = await this.#attributeOf(String(name));
      if (attribute !== null) await this.#sweepTable(String(name), attribute, nowSeconds);
    }
  }

  async #sweepTable(TableName: string, attribute: string, nowSeconds: number): Promise<void> {
    const expression = {
      ExpressionAttributeNames: { "#ttl": attribute },
      ExpressionAttributeValues: { ":now": { N: String(nowSeconds) }, ":number": { S: "N" } },
    };
    const isExpired = "attribute_type(#ttl, :number) AND #ttl <= :now";
    const { Table } = await this.#run("DescribeTable", { TableName });
    // dynalite's answers hold what DynamoDB's API describes.
    const { KeySchema } = Table as { KeySchema: readonly { AttributeName: string }[] };
    const scan = { TableName, FilterExpression: isExpired, ...expression };
    const { Items } = await this.#run("Scan", scan);
    for (const item of Array.isArray(Items) ? Items : []) {
      const Key = Object.fromEntries(
        KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]]),
      );
      // The condition keeps an item that has been renewed since the scan.
      await this.#run("DeleteItem", {
        TableName,
        Key,
        ConditionExpression: isExpired,
        ...structuredClone(expression),
      }).catch(() => undefined);
    }
  }

  async #attributeOf(tableName: string): Promise<string | null> {
    const value = await this.#db.get(keyOf(tableName));
    return isMembers(value) && typeof value.AttributeName === "string" ? value.AttributeName : null;
  }
}

function keyOf(tableName: string): string {
  return `gatewright-ttl~${tableName}`;
}
