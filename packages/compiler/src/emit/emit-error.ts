import type { SourceRef } from "@gatewright/contract";

/**
 * Something in the document that an emitter cannot write correctly, at its place. Whoever runs emitters
 * turns it into a diagnostic; it is never a bug of ours, those are plain exceptions.
 */
export class EmitError extends Error {
  override readonly name = "EmitError";
  /** A code of the 3xxx band, for example `GW3101`. */
  readonly code: string;
  readonly at: SourceRef;
  readonly fix: string;

  constructor(
    facts: {
      readonly code: string;
      readonly at: SourceRef;
      readonly message: string;
      readonly fix: string;
    },
    cause?: unknown,
  ) {
    super(facts.message, cause === undefined ? undefined : { cause });
    this.code = facts.code;
    this.at = facts.at;
    this.fix = facts.fix;
  }
}
