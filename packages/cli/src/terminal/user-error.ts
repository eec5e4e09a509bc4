/** Where in a file; line and column start at 1. */
export interface FilePlace {
  /** Absolute, or relative to the working directory. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that the user can mend: printed with its fix and page, exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** A code of band 3xxx or 4xxx; see the catalogue. */
  readonly code: string;
  readonly fix: string;
  readonly place: FilePlace | null;

  constructor(code: string, message: string, fix: string, place: FilePlace | null = null) {
    super(message);
    this.code = code;
    this.fix = fix;
    this.place = place;
  }
}

/** Several of them, found in one go. */
export class UserErrors extends Error {
  override readonly name = "UserErrors";
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join("\n"));
    this.errors = errors;
  }
}
