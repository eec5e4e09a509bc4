import type { CatalogueEntry } from "./entry.js";

/** GW5xxx: what the generated code reports while it runs. */
export const runtimeEntries: readonly CatalogueEntry[] = [
  {
    code: "GW5101",
    title: "a mock cannot answer",
    cause:
      "The mocks answer with what the contract declares and with nothing else. An override names an operation that the API does not have, gives something else than `reply(…)` makes, or answers with a status, a header or a body that the contract does not declare; or no override is there, and no value could be made that keeps the schema. The request was answered with 500, so that no test goes on with it; an override for an unknown operation throws when the mocks are made.",
    fix: "Correct the override where the message lists differences, or override the operation that has no value of its own. When the answer is right, the document is not: the message names the place in it.",
  },
];
