import { localErrors } from "./local-errors.js";

/** One thing that stands in the way, and where it is. */
export interface LocalFinding {
  readonly code: string;
  /** JSON Pointer into the definition (or `resources.json`), when the finding has a place. */
  readonly pointer?: string;
  readonly message: string;
  readonly fix?: string;
}

/**
 * Something the user can fix before the local gateway, its database or its control surface can run.
 * `findings` holds everything that was found in one go; `message` prints all of it.
 */
export class LocalError extends Error {
  override readonly name = "LocalError";
  /** `GW6nnn` of the first finding. */
  readonly code: string;
  readonly findings: readonly LocalFinding[];

  constructor(findings: readonly [LocalFinding, ...LocalFinding[]], options?: ErrorOptions) {
    super(findings.map(printFinding).join("\n"), options);
    this.code = findings[0].code;
    this.findings = findings;
  }
}

function printFinding({ code, pointer, message, fix }: LocalFinding): string {
  const title = Object.hasOwn(localErrors, code) ? `${localErrors[code]?.title}: ` : "";
  const place =
    pointer === undefined ? "" : `\n  in the definition: ${pointer === "" ? "/" : pointer}`;
  return `${code} ${title}${message}${place}${fix === undefined ? "" : `\n  fix: ${fix}`}`;
}
