import { join } from "node:path";
import { type GenerateResult, WriteError } from "@gatewright/compiler";
import { UserError, UserErrors } from "../terminal/user-error.js";

/** Turns what the file system refused into a UserError. */
export async function runGenerate(run: () => Promise<GenerateResult>): Promise<GenerateResult> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    throw new UserError(
      "GW3004",
      error.message,
      "Mend what the message names, and run this again.",
      { file: error.path, line: 1, column: 1 },
    );
  }
}

/** Throws a UserErrors with every file that stands in the way. */
export function throwConflicts({ apis }: GenerateResult): void {
  const folders = apis.flatMap((api) => api.folders);
  const errors = folders.flatMap(({ dir, conflicts }) =>
    conflicts.map(({ kind, path }) => {
      const place = { file: join(dir, path), line: 1, column: 1 };
      return kind === "foreign"
        ? new UserError(
            "GW3001",
            `${JSON.stringify(path)} exists, Gatewright did not write it, and it would be replaced`,
            "Move or delete it, choose another folder, or let it be replaced with --force.",
            place,
          )
        : new UserError(
            "GW3002",
            `${JSON.stringify(path)} is no longer generated, but has been edited since it was`,
            "Move what is worth keeping and delete it, or let it be removed with --force.",
            place,
          );
    }),
  );
  if (errors.length > 0) throw new UserErrors(errors);
}
