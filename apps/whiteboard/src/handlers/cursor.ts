import { createProblem, type Problem } from "@gatewright/contract";

/** A cursor: the sort key where a page ended, in base64url. It never names a partition. */
export function encodeCursor(sortKey: string): string {
  return Buffer.from(sortKey, "utf8").toString("base64url");
}

/** The sort key in a cursor, or null when the text is not one that `encodeCursor` makes from such a key. */
export function decodeCursor(cursor: string, isSortKey: (text: string) => boolean): string | null {
  const sortKey = Buffer.from(cursor, "base64url").toString("utf8");
  return isSortKey(sortKey) && encodeCursor(sortKey) === cursor ? sortKey : null;
}

/** The answer to a cursor that does not decode. */
export function cursorProblem(): Problem {
  return createProblem({
    status: 400,
    errors: [
      { in: "query", name: "cursor", detail: "must be the nextCursor of an earlier answer" },
    ],
  });
}
