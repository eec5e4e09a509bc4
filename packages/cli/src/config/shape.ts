/** What a value of the config has to look like: enough to say what is wrong and where. */
export type Shape =
  | { readonly kind: "string" | "boolean" | "number" | "data" }
  | { readonly kind: "integer"; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "list"; readonly items: Shape }
  /** Keys are the user's own names. */
  | { readonly kind: "map"; readonly values: Shape }
  | {
      readonly kind: "object";
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required: readonly string[];
    }
  /** The first one whose kind of value fits is the one that was meant. */
  | { readonly kind: "either"; readonly shapes: readonly Shape[] }
  | { readonly kind: "null" };

export interface ShapeFinding {
  /** Keys from the top to the value: `["apis", 0, "outputs"]`. */
  readonly path: readonly (string | number)[];
  readonly kind: "unknown-key" | "missing-key" | "value";
  readonly message: string;
  /** Names that could have been meant. */
  readonly known: readonly string[];
  /** What was found in their place. */
  readonly given: string;
}

type Path = ShapeFinding["path"];

/** Everything in which a value differs from a shape. */
export function compareShape(value: unknown, shape: Shape, path: Path = []): ShapeFinding[] {
  switch (shape.kind) {
    case "data":
      return isRecord(value) ? [] : [wrong(path, "an object", value)];
    case "integer": {
      const fits =
        Number.isInteger(value) && Number(value) >= shape.minimum && Number(value) <= shape.maximum;
      const range = `a whole number from ${shape.minimum} to ${shape.maximum}`;
      return fits ? [] : [wrong(path, range, value)];
    }
    case "names":
      if (typeof value === "string" && shape.names.includes(value)) return [];
      return [wrong(path, `one of ${shape.names.join(", ")}`, value, shape.names)];
    case "null":
      return value === null ? [] : [wrong(path, "null", value)];
    case "list":
      if (!Array.isArray(value)) return [wrong(path, "a list", value)];
      return value.flatMap((item, index) => compareShape(item, shape.items, [...path, index]));
    case "map":
      if (!isRecord(value)) return [wrong(path, "an object", value)];
      return Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .flatMap(([key, item]) => compareShape(item, shape.values, [...path, key]));
    case "object":
      return isRecord(value)
        ? compareObject(value, shape, path)
        : [wrong(path, "an object", value)];
    case "either":
      return compareEither(value, shape.shapes, path);
    default:
      return typeof value === shape.kind ? [] : [wrong(path, `a ${shape.kind}`, value)];
  }
}

function compareObject(
  value: Readonly<Record<string, unknown>>,
  { fields, required }: Extract<Shape, { kind: "object" }>,
  path: Path,
): ShapeFinding[] {
  const known = Object.keys(fields);
  const findings: ShapeFinding[] = [];
  for (const [key, item] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) {
      const message = `${name(path)} has no ${JSON.stringify(key)}`;
      findings.push({ path: [...path, key], kind: "unknown-key", message, known, given: key });
    } else if (item !== undefined) findings.push(...compareShape(item, field, [...path, key]));
  }
  for (const key of required) {
    if (Object.hasOwn(value, key) && value[key] !== undefined) continue;
    const message = `${name(path)} needs ${JSON.stringify(key)}`;
    findings.push({ path, kind: "missing-key", message, known: [], given: key });
  }
  return findings;
}

function compareEither(value: unknown, shapes: readonly Shape[], path: Path): ShapeFinding[] {
  let fewest: ShapeFinding[] | undefined;
  for (const shape of shapes) {
    const findings = compareShape(value, shape, path);
    if (findings.length === 0) return [];
    // A finding further in means that the kind of value was right.
    const isDeeper = findings.some((finding) => finding.path.length > path.length);
    if (!fewest || isDeeper) fewest = findings;
  }
  return fewest ?? [];
}

function wrong(
  path: Path,
  expected: string,
  value: unknown,
  known: readonly string[] = [],
): ShapeFinding {
  const found = JSON.stringify(value) ?? String(value);
  const short = found.length > 60 ? `${found.slice(0, 57)}…` : found;
  const message = `${name(path)} must be ${expected}, found ${short}`;
  return { path, kind: "value", message, known, given: typeof value === "string" ? value : "" };
}

/** `["apis", 0, "outputs"]` → `apis[0].outputs`. */
function name(path: Path): string {
  if (path.length === 0) return "the config";
  return path
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join("")
    .replace(/^\./, "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
