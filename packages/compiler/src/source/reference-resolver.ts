import type { Json } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import type { FileLoader } from "./file-loader.js";
import { isList, isObject, own, stringOf } from "./json-object.js";
import { nearestName } from "./nearest-name.js";
import { childPlace, refOf, rootPlace, type SourcePlace } from "./place.js";
import type { FileTarget } from "./project-root.js";
import {
  findIdentifiers,
  type Identified,
  resolveUri,
  type SchemaIdentifiers,
} from "./schema-identifiers.js";
import type { SourceFile } from "./source-file.js";
import { pointerTokens } from "./source-ref.js";

export interface Target {
  readonly place: SourcePlace;
  readonly value: Json;
}

/** How many references may lead to each other before they are taken for a circle. */
const MAX_CHAIN = 100;

/** Follows references, inside a file and to others of the same root. Reports each one that leads nowhere. */
export class ReferenceResolver {
  readonly #loader: FileLoader;
  readonly #report: (diagnostic: Diagnostic) => void;
  #isQuiet = false;
  readonly #identifiers = new Map<SourceFile, SchemaIdentifiers>();

  constructor(loader: FileLoader, report: (diagnostic: Diagnostic) => void) {
    this.#loader = loader;
    this.#report = report;
  }

  identifiers(file: SourceFile): SchemaIdentifiers {
    let found = this.#identifiers.get(file);
    if (!found) {
      found = findIdentifiers(file);
      this.#identifiers.set(file, found);
    }
    return found;
  }

  /** How many schemas of the files read so far have that `$dynamicAnchor`. */
  dynamicAnchors(name: string): readonly Identified[] {
    return this.#loader.files.flatMap(
      (file) => this.identifiers(file).dynamicAnchors.get(name) ?? [],
    );
  }

  /** What the reference written at `at` (the string itself) leads to; null after saying why it does not. */
  resolve(reference: string, place: SourcePlace, at: SourcePlace, depth = 0): Target | null {
    if (depth > MAX_CHAIN) {
      this.cycle(reference, at);
      return null;
    }
    const hash = reference.indexOf("#");
    const uri = hash < 0 ? reference : reference.slice(0, hash);
    const fragment = decodeFragment(hash < 0 ? "" : reference.slice(hash + 1));
    if (fragment === null) {
      this.#say("GW1010", at, `${quote(reference)} is not a URI: its % escapes do not decode`, {
        fix: "Write a percent sign in a reference as %25.",
      });
      return null;
    }
    const base = this.#base(uri, reference, place, at);
    if (base === null) {
      return null;
    }
    if (fragment !== "" && !fragment.startsWith("/")) {
      return this.#anchor(fragment, reference, base, at);
    }
    const inBase = this.#walk(fragment, base, depth);
    if (inBase.target) {
      return inBase.target;
    }
    // Documents with an $id on a schema often mean the document by "#/", not the schema.
    const root = rootPlace(base.place.file);
    const inFile =
      base.place.parent === null
        ? inBase
        : this.#walk(fragment, { place: root, value: base.place.file.value ?? null }, depth);
    if (inFile.target) {
      return inFile.target;
    }
    const { missing, known } = inFile;
    const nearest = nearestName(missing, known);
    this.#say("GW1010", at, `${quote(reference)} leads nowhere: there is no ${quote(missing)}`, {
      fix: nearest ? `Did you mean ${quote(nearest)}?` : "Define it, or correct the reference.",
    });
    return null;
  }

  /** As `resolve`, but says nothing. */
  peek(reference: string, place: SourcePlace): Target | null {
    this.#isQuiet = true;
    const target = this.resolve(reference, place, place);
    this.#isQuiet = false;
    return target;
  }

  cycle(reference: string, at: SourcePlace): void {
    this.#say("GW1014", at, `${quote(reference)} leads back to itself and never to a value`, {
      fix: "Replace one of the references in the circle by what it should stand for.",
    });
  }

  #base(uri: string, reference: string, place: SourcePlace, at: SourcePlace): Target | null {
    if (uri === "") {
      const { resource } = place;
      const start = resource ? { ...resource.place, resource } : rootPlace(place.file);
      return { place: start, value: resource ? valueAt(start) : (place.file.value ?? null) };
    }
    const wanted = resolveUri(uri, place.resource?.id ?? "");
    for (const file of this.#loader.files) {
      const { ids } = this.identifiers(file);
      const identified = ids.get(wanted) ?? ids.get(uri);
      if (identified) {
        const resource = { id: wanted, place: identified.place };
        return { place: { ...identified.place, resource }, value: identified.value };
      }
    }
    const target = this.#loader.root.resolve(place.file.path, uri);
    if (target.kind !== "file") {
      this.#refuse(target, reference, at);
      return null;
    }
    const file = this.#loader.load(target);
    if (file.value === undefined) {
      // The file's own diagnostics say what is wrong with it.
      return null;
    }
    return { place: rootPlace(file), value: file.value };
  }

  #refuse(target: Exclude<FileTarget, { kind: "file" }>, reference: string, at: SourcePlace): void {
    if (target.kind === "missing") {
      this.#say("GW1011", at, `there is no file ${quote(target.wanted)}`, {
        fix: target.nearest
          ? `Did you mean ${quote(target.nearest)}?`
          : "Create it, or correct the reference; it is relative to the file that it stands in.",
      });
    } else if (target.kind === "not-a-file") {
      this.#say("GW1011", at, `${quote(target.wanted)} is a folder or a device, not a file`, {
        fix: "Reference a file.",
      });
    } else if (target.kind === "network") {
      this.#say("GW1013", at, `${quote(reference)} would have to be fetched (${target.scheme}:)`, {
        fix: "Save the file next to the document and reference it by its path. Nothing is fetched.",
      });
    } else {
      this.#say("GW1012", at, `${quote(reference)} is not followed: ${target.reason}`, {
        fix: "Move the file into the project root, or widen the root with --root.",
      });
    }
  }

  #anchor(name: string, reference: string, base: Target, at: SourcePlace): Target | null {
    const { anchors } = this.identifiers(base.place.file);
    const found = anchors.get(`${base.place.resource?.id ?? ""}#${name}`) ?? anchors.get(name);
    if (!found) {
      const nearest = nearestName(
        name,
        [...anchors.keys()].filter((key) => !key.includes("#")),
      );
      this.#say(
        "GW1010",
        at,
        `${quote(reference)} leads nowhere: there is no anchor ${quote(name)}`,
        {
          fix: nearest ? `Did you mean ${quote(nearest)}?` : 'A JSON Pointer begins with "#/".',
        },
      );
      return null;
    }
    return found;
  }

  /** Steps along a pointer, through references where the way leads over one. */
  #walk(
    pointer: string,
    base: Target,
    depth: number,
  ): { target: Target | null; missing: string; known: readonly string[] } {
    let { place, value } = base;
    for (const token of pointerTokens(pointer) ?? [pointer]) {
      let next = member(value, token);
      if (next === undefined && isObject(value)) {
        const reference = stringOf(value, "$ref");
        const through =
          reference === undefined
            ? null
            : this.resolve(reference, place, childPlace(place, "$ref"), depth + 1);
        if (through) {
          ({ place, value } = through);
          next = member(value, token);
        }
      }
      if (next === undefined) {
        return { target: null, missing: token, known: isObject(value) ? Object.keys(value) : [] };
      }
      place = childPlace(place, token);
      value = next;
    }
    return { target: { place, value }, missing: "", known: [] };
  }

  #say(code: string, at: SourcePlace, message: string, { fix }: { fix: string }): void {
    if (!this.#isQuiet) {
      this.#report(documentDiagnostic({ code, at: refOf(at), message, fix }));
    }
  }
}

function valueAt(place: SourcePlace): Json {
  if (place.parent === null) {
    return place.file.value ?? null;
  }
  return member(valueAt(place.parent), place.key) ?? null;
}

function member(value: Json, token: string): Json | undefined {
  if (isList(value)) {
    return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  }
  return isObject(value) ? own(value, token) : undefined;
}

function decodeFragment(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
