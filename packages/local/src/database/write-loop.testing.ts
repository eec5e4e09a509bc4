import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import { startDatabase } from "./start-database.js";

/**
 * A process that writes until it is killed. After each acknowledged write it prints the number; transactions of
 * two items alternate with single writes. Arguments: directory, engine.
 */
const [directory = "", engine] = process.argv.slice(2);
const database = await startDatabase({
  directory,
  engine: engine === "dynoxide" ? "dynoxide" : "dynalite",
  tables: [
    {
      name: "items",
      logicalId: "Items",
      properties: {
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      },
    },
  ],
});
const { endpoint, region, credentials } = database;
const client = DynamoDBDocument.from(new DynamoDBClient({ endpoint, region, credentials }));
const put = (pk: string) => ({ Put: { TableName: "items", Item: { pk } } });
process.stdout.write(`endpoint ${endpoint}\n`);
for (let number = 0; ; number += 1) {
  await client.put({ TableName: "items", Item: { pk: `single-${number}` } });
  await client.transactWrite({ TransactItems: [put(`left-${number}`), put(`right-${number}`)] });
  process.stdout.write(`${number}\n`);
}
