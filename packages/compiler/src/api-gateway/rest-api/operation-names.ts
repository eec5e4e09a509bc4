import type { Contract, Operation } from "@gatewright/contract";
import { alphanumericNames } from "../names.js";

/**
 * Operation names of the API, which become method names in SDKs that API Gateway makes: letters and digits
 * only, unique without regard to case.
 */
export function operationNames(contract: Contract): ReadonlyMap<Operation, string> {
  const names = alphanumericNames(contract.operations.map(({ identifier }) => identifier));
  return new Map(
    contract.operations.map((operation) => [operation, names.take(operation.identifier)]),
  );
}
