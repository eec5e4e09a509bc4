import type { LocatedDiagnostic, Place } from "./diagnostic.js";

export interface PrettyOptions {
  /** The code frame of a place; null when its file cannot be shown. */
  readonly frame: (place: Place) => string | null;
  readonly hasColor?: boolean;
}

type Color = "red" | "yellow" | "dim" | "bold";
const CODES: Readonly<Record<Color, number>> = { red: 31, yellow: 33, dim: 2, bold: 1 };

/** One diagnostic as people read it: place, what happened, the lines, what to do, where to read more. */
export function renderPretty(diagnostic: LocatedDiagnostic, options: PrettyOptions): string {
  const paint = (text: string, color: Color): string =>
    options.hasColor ? `\u001b[${CODES[color]}m${text}\u001b[0m` : text;
  const { severity, code } = diagnostic;
  const head = [
    paint(placeText(diagnostic), "bold"),
    paint(severity, severity === "error" ? "red" : "yellow"),
    code,
    oneLine(diagnostic.message),
  ];
  const frame = options.frame(diagnostic);
  const blocked = diagnostic.blocksTarget ? [`  leaves out: ${diagnostic.target}`] : [];
  return [
    head.join(" "),
    ...(frame === null ? [] : [paint(frame, "dim")]),
    ...diagnostic.related.map((each) => `  ${placeText(each)} ${oneLine(each.message)}`),
    ...blocked,
    `  fix: ${oneLine(diagnostic.fix)}`,
    `  docs: ${diagnostic.docs}   (or: gatewright explain ${code})`,
  ].join("\n");
}

function placeText({ file, line, column }: Place): string {
  return `${oneLine(file)}:${line}:${column}`;
}

/** No text of a document breaks a line or moves the cursor. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
