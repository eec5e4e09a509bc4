import { isMembers } from "../../definition/definition-reader.js";
import { validationError } from "./database-error.js";
import type { Members } from "./dynalite-modules.js";

/** One action of a transaction as an operation of its own. */
export interface TransactionItem {
  readonly operation: "PutItem" | "UpdateItem" | "DeleteItem" | "GetItem";
  readonly input: Members;
  /** True for a condition without a write. */
  readonly isCheckOnly: boolean;
  /** True when a failed condition answers with the item as it is. */
  readonly keepsItem: boolean;
}

const OPERATIONS = {
  write: {
    Put: "PutItem",
    Update: "UpdateItem",
    Delete: "DeleteItem",
    // A delete that is never written is a condition and nothing else.
    ConditionCheck: "DeleteItem",
  },
  read: { Get: "GetItem" },
} as const;

/** Actions of one transaction at most. Source: DynamoDB Developer Guide, "Amazon DynamoDB Transactions". */
const MAX_ITEMS = 100;

/** Reads `TransactItems`; throws a `DatabaseError` when they are not what DynamoDB takes. */
export function readTransactionItems(
  value: unknown,
  kind: "write" | "read",
): readonly TransactionItem[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_ITEMS) {
    throw validationError(`TransactItems must hold from 1 to ${MAX_ITEMS} actions`);
  }
  return value.map((item: unknown) => readItem(item, OPERATIONS[kind]));
}

function readItem(
  item: unknown,
  operations: Readonly<Record<string, TransactionItem["operation"]>>,
): TransactionItem {
  const members = isMembers(item) ? Object.entries(item).filter(([, value]) => value !== null) : [];
  const [only, ...others] = members;
  if (only === undefined || others.length > 0) {
    throw validationError("TransactItems can only contain one of Check, Put, Update or Delete");
  }
  const [name, input] = only;
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined || !isMembers(input)) {
    throw validationError(`TransactItems cannot contain ${name}`);
  }
  const isCheckOnly = name === "ConditionCheck";
  if (isCheckOnly && typeof input.ConditionExpression !== "string") {
    throw validationError("The ConditionExpression of a ConditionCheck is missing");
  }
  const { ReturnValuesOnConditionCheckFailure: keep, ...rest } = input;
  return { operation, input: rest, isCheckOnly, keepsItem: keep === "ALL_OLD" };
}
