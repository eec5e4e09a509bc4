import type { Contract, Operation } from "@gatewright/contract";
import type { Rule } from "../rule.js";

export const operationIdUnique: Rule = {
  code: "GW1003",
  title: "operationId is not unique",
  severity: "error",
  check(contract, report) {
    const firstById = new Map<string, Operation>();
    for (const operation of allOperations(contract)) {
      if (!operation.hasOperationId) {
        continue;
      }
      const first = firstById.get(operation.id);
      if (!first) {
        firstById.set(operation.id, operation);
        continue;
      }
      // One path item under two paths gives its operations twice: then the paths tell them apart.
      const isShared = first.at === operation.at;
      report({
        at: isShared ? operation.pathAt : `${operation.at}/operationId`,
        ...(isShared ? { isAtKey: true as const } : {}),
        message: `operationId ${JSON.stringify(operation.id)} is already used`,
        related: [
          {
            at: isShared ? first.pathAt : `${first.at}/operationId`,
            ...(isShared ? { isAtKey: true as const } : {}),
            message: "first used here",
          },
        ],
        fix: "Rename one of them. The operationId names the handler, the SDK method and the mock.",
      });
    }
  },
};

/** Those of paths, webhooks and callbacks: an operationId is unique among all of them. */
export function allOperations(contract: Contract): readonly Operation[] {
  const withCallbacks = (operation: Operation): readonly Operation[] => [
    operation,
    ...operation.callbacks.flatMap((callback) => callback.operations.flatMap(withCallbacks)),
  ];
  return [...contract.operations, ...contract.webhooks].flatMap(withCallbacks);
}
