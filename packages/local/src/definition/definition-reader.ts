import { LocalError, type LocalFinding } from "../local-error.js";

/** A JSON object whose members are not known yet. */
export type Members = Readonly<Record<string, unknown>>;

/** True for a JSON object; its members are read with `Object.hasOwn`. */
export function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Adds a member name or an index to a JSON Pointer. */
export function pointerTo(pointer: string, ...names: readonly (string | number)[]): string {
  return names.reduce<string>(
    (path, name) => `${path}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

/** Collects everything that is wrong with a definition, so that one start names all of it. */
export class DefinitionReader {
  readonly findings: LocalFinding[] = [];

  /** GW6001: another type or value than an import takes. */
  malformed(pointer: string, message: string): void {
    this.findings.push({ code: "GW6001", pointer, message });
  }

  /** GW6002: API Gateway can do it, the local gateway cannot. */
  unsupported(pointer: string, message: string, fix?: string): void {
    this.findings.push({ code: "GW6002", pointer, message, ...(fix !== undefined && { fix }) });
  }

  /** GW6004: a name that the definition does not define. */
  dangling(pointer: string, message: string): void {
    this.findings.push({ code: "GW6004", pointer, message });
  }

  missingFunction(pointer: string, message: string, fix: string): void {
    this.findings.push({ code: "GW6003", pointer, message, fix });
  }

  /** The object's member, or undefined when it is left out. */
  member(parent: Members, name: string): unknown {
    return Object.hasOwn(parent, name) ? parent[name] : undefined;
  }

  object(value: unknown, pointer: string): Members {
    if (value === undefined) return {};
    if (isMembers(value)) return value;
    this.malformed(pointer, `expected an object, found ${describe(value)}`);
    return {};
  }

  array(value: unknown, pointer: string): readonly unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.malformed(pointer, `expected an array, found ${describe(value)}`);
    return [];
  }

  string(value: unknown, pointer: string, fallback = ""): string {
    if (value === undefined) return fallback;
    if (typeof value === "string") return value;
    this.malformed(pointer, `expected a string, found ${describe(value)}`);
    return fallback;
  }

  boolean(value: unknown, pointer: string, fallback = false): boolean {
    if (value === undefined) return fallback;
    if (typeof value === "boolean") return value;
    this.malformed(pointer, `expected true or false, found ${describe(value)}`);
    return fallback;
  }

  integer(value: unknown, pointer: string, limits: Limits): number {
    if (value === undefined) return limits.fallback;
    if (Number.isInteger(value) && Number(value) >= limits.min && Number(value) <= limits.max) {
      return Number(value);
    }
    this.malformed(
      pointer,
      `expected an integer from ${limits.min} to ${limits.max}, found ${describe(value)}`,
    );
    return limits.fallback;
  }

  /** Reports every member whose name is not listed. */
  onlyKnown(parent: Members, pointer: string, known: ReadonlySet<string>, what: string): void {
    for (const name of Object.keys(parent)) {
      if (known.has(name)) continue;
      this.unsupported(pointerTo(pointer, name), `${JSON.stringify(name)} of ${what}`);
    }
  }

  /** Reports every extension of API Gateway whose name is not listed. */
  onlyExtensions(
    parent: Members,
    pointer: string,
    known: ReadonlySet<string>,
    where: string,
  ): void {
    for (const name of Object.keys(parent)) {
      if (!name.startsWith("x-amazon-apigateway-") || known.has(name)) continue;
      this.unsupported(pointerTo(pointer, name), `${JSON.stringify(name)} ${where}`);
    }
  }

  /** Throws one error with everything that was reported. */
  finish(): void {
    const [first, ...rest] = this.findings;
    if (first !== undefined) throw new LocalError([first, ...rest]);
  }
}

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}

/** A value as a message shows it: short, in JSON. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (isMembers(value)) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
