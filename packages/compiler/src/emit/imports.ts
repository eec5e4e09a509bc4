import { Code, code, identifier, joined } from "./code.js";
import { unusedName } from "./unused-name.js";

interface Imported {
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

/**
 * What one file imports, collected while its text is written. A name that the file declares itself is
 * imported under another one, so a document can call a schema `Reply` or an operation `bearer`.
 */
export class Imports {
  readonly #taken: Set<string>;
  readonly #byModule = new Map<string, Map<string, Imported>>();

  constructor(declared: Iterable<string>) {
    this.#taken = new Set(declared);
  }

  /** A type of another module, by the name that it has in this file. */
  type(module: string, name: string): Code {
    return this.#add(module, name, true);
  }

  /** A value of another module, by the name that it has in this file. */
  value(module: string, name: string): Code {
    return this.#add(module, name, false);
  }

  /** The import statements, in the order of their modules; nothing when nothing was asked for. */
  toCode(): Code {
    const modules = [...this.#byModule].sort(
      ([one], [other]) => rank(one) - rank(other) || compare(one, other),
    );
    return code`${modules.map(([module, names]) => statement(module, [...names.values()]))}`;
  }

  #add(module: string, name: string, isType: boolean): Code {
    const names = this.#byModule.get(module) ?? new Map<string, Imported>();
    this.#byModule.set(module, names);
    const known = names.get(name);
    const local = known?.local ?? this.#localName(name);
    names.set(name, { name, local, isType: isType && (known?.isType ?? true) });
    return identifier(local);
  }

  #localName(name: string): string {
    if (!this.#taken.has(name)) return unusedName(name, this.#taken);
    return unusedName(/^[A-Z]/.test(name) ? `Imported${name}` : `${name}_`, this.#taken);
  }
}

function statement(module: string, names: readonly Imported[]): Code {
  const sorted = [...names].sort((one, other) => compare(one.name, other.name));
  const isTypeOnly = sorted.every(({ isType }) => isType);
  const parts = sorted.map(({ name, local, isType }) => {
    const prefix = new Code(isType && !isTypeOnly ? "type " : "");
    const source = identifier(name);
    return name === local
      ? code`${prefix}${source}`
      : code`${prefix}${source} as ${identifier(local)}`;
  });
  const keyword = new Code(isTypeOnly ? "import type" : "import");
  const flat = code`${keyword} { ${joined(parts, ", ")} } from ${module};`;
  if (flat.toString().length <= 100) return flat;
  return code`${keyword} {\n  ${parts.map((part) => code`${part},`)}\n} from ${module};`;
}

/** Packages first, then files of the output. */
function rank(module: string): number {
  return module.startsWith(".") ? 1 : 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
