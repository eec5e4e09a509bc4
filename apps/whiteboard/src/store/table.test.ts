import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { connectTable, MissingVariableError } from "./connect-table.js";
import type { Table, Write } from "./table.js";

interface Answer {
  readonly error?: string;
  /** Cancellation codes of a transaction, one per write. */
  readonly codes?: readonly string[];
  readonly isMissing?: true;
}

let server: Server | undefined;
afterEach(() => server?.close());

/** A table whose DynamoDB gives these answers in turn, then accepts everything; and the operations that it was asked for. */
async function tableThatAnswers(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const left = [...answers];
  server = createServer((request, response) => {
    asked.push(String(request.headers["x-amz-target"]).replace("DynamoDB_20120810.", ""));
    const { error, codes, isMissing } = left.shift() ?? {};
    if (isMissing) return;
    response.writeHead(error ? 400 : 200, { "content-type": "application/x-amz-json-1.0" });
    const type = `com.amazonaws.dynamodb.v20120810#${error}`;
    const reasons = codes?.map((Code) => ({ Code }));
    response.end(
      JSON.stringify(error ? { __type: type, message: error, CancellationReasons: reasons } : {}),
    );
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  const table: Table = connectTable(
    { TABLE_NAME: "whiteboard" },
    {
      endpoint: `http://127.0.0.1:${port}`,
      region: "local",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
      maxAttempts: 1,
      requestTimeoutMs: 200,
    },
  );
  return { table, asked };
}

const condition = { expression: "attribute_not_exists(pk)" };
const put: Write = { kind: "put", item: { pk: "a", sk: "1" }, condition };
const remove: Write = { kind: "delete", key: { pk: "a", sk: "2" }, condition };
const cancelled = "TransactionCanceledException";

describe("a table", () => {
  it("sends one write as itself and several as a transaction", async () => {
    const { table, asked } = await tableThatAnswers();
    await table.write([put]);
    await table.write([remove]);
    await table.write([put, remove]);
    expect(asked).toEqual(["PutItem", "DeleteItem", "TransactWriteItems"]);
  });

  it("tells which conditions did not hold", async () => {
    const { table } = await tableThatAnswers(
      { error: "ConditionalCheckFailedException" },
      { error: cancelled, codes: ["None", "ConditionalCheckFailed"] },
    );
    expect(await table.write([put])).toEqual([0]);
    expect(await table.write([put, remove])).toEqual([1]);
  });

  it("sends a transaction again while another one holds its items", async () => {
    const conflict = { error: cancelled, codes: ["TransactionConflict", "None"] };
    const { table, asked } = await tableThatAnswers(conflict, conflict);
    expect(await table.write([put, remove])).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it("sends a single write again while a transaction holds its item", async () => {
    const { table, asked } = await tableThatAnswers({ error: "TransactionConflictException" });
    expect(await table.write([put])).toEqual([]);
    expect(asked).toEqual(["PutItem", "PutItem"]);
  });

  it("gives up on an item that is never free", async () => {
    const conflict = { error: cancelled, codes: ["TransactionConflict", "None"] };
    const { table } = await tableThatAnswers(...Array.from({ length: 10 }, () => conflict));
    await expect(table.write([put, remove])).rejects.toMatchObject({ code: "store-busy" });
  });

  it.each([
    [{ error: "ProvisionedThroughputExceededException" }],
    [{ error: "ThrottlingException" }],
    [{ error: "RequestLimitExceeded" }],
    [{ error: cancelled, codes: ["ThrottlingError", "None"] }],
  ])("is busy when DynamoDB answers %j", async (answer) => {
    const { table } = await tableThatAnswers(answer, answer, answer);
    const busy = { name: "StoreBusyError", code: "store-busy", retryAfterSeconds: 1 };
    await expect(table.write([put, remove])).rejects.toMatchObject(busy);
    await expect(table.get({ pk: "a", sk: "1" })).rejects.toMatchObject(busy);
    await expect(table.descending("a", 1, undefined)).rejects.toMatchObject(busy);
  });

  it("passes on what it does not know", async () => {
    const { table } = await tableThatAnswers({ error: "ResourceNotFoundException" });
    await expect(table.get({ pk: "a", sk: "1" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  });

  it("does not wait for an answer that does not come", async () => {
    const { table } = await tableThatAnswers({ isMissing: true });
    await expect(table.get({ pk: "a", sk: "1" })).rejects.toMatchObject({ name: "TimeoutError" });
    server?.closeAllConnections();
  });

  it("cannot be had without its name", () => {
    expect(() => connectTable({})).toThrow(MissingVariableError);
  });
});
