/** The file system refused: no permission, no space, a file where a folder belongs. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  readonly path: string;
  /** The system's code, for example `EACCES`. */
  readonly code: string;

  constructor(path: string, cause: SystemError, message?: string) {
    const place = cause.path ?? path;
    super(message ?? `${place} cannot be written: ${cause.message}`, { cause });
    this.path = message === undefined ? place : path;
    this.code = cause.code;
  }
}

/** What the file system answers, with its code. */
export type SystemError = NodeJS.ErrnoException & { code: string };

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
