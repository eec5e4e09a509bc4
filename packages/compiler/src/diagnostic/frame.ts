/** Columns of source text that a frame shows; longer lines are cut around the place. */
const WIDTH = 120;

/** Lines of a document around a place: the one before it and its own, which ends the list. */
interface Excerpt {
  readonly lines: readonly (string | undefined)[];
  /** Columns that the carets underline. */
  readonly width: number;
}

/** The code frame of a place: numbered lines, carets below. Control characters of the source are made harmless. */
export function renderFrame(excerpt: Excerpt, line: number, column: number): string {
  const cut = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const start = (excerpt.lines.at(-1)?.length ?? 0) <= WIDTH ? 0 : cut;
  const first = line - excerpt.lines.length + 1;
  const rows = excerpt.lines.flatMap((text, index) =>
    text === undefined || (text.slice(start).trim() === "" && index < excerpt.lines.length - 1)
      ? []
      : [`${gutter(String(first + index))} | ${window(text, start)}`],
  );
  const indent = column - 1 - start + (start > 0 ? 1 : 0);
  const carets = "^".repeat(Math.max(1, Math.min(excerpt.width, WIDTH - indent)));
  return [...rows, `${gutter("")} | ${" ".repeat(indent)}${carets}`]
    .map((row) => row.trimEnd())
    .join("\n");
}

function gutter(number: string): string {
  return number.padStart(5);
}

function window(text: string, start: number): string {
  const shown = text.slice(start, start + WIDTH);
  const before = start > 0 ? "…" : "";
  const after = text.length > start + WIDTH ? "…" : "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a document must not move the cursor of a terminal.
  return before + shown.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ") + after;
}
