/** The sources do not give an API that could run; `text` says why, as it is printed. */
export class DevRefusedError extends Error {
  override readonly name = "DevRefusedError";
  readonly text: string;

  constructor(text: string) {
    super(text.trimEnd());
    this.text = text;
  }
}
