import type { Json } from "@gatewright/contract";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { scanJson } from "./json-scanner.js";
import { duplicateKey, MAX_DEPTH, nestingTooDeep } from "./limits.js";
import type { ReadResult } from "./source-file.js";
import { offsetRef } from "./source-ref.js";

/** Reads a JSON document. Positions are found by a second scan, only when somebody asks for one. */
export function readJson(file: string, text: string): ReadResult {
  const { keys, deepAt } = measure(text);
  if (deepAt !== null) {
    return { value: undefined, diagnostics: [nestingTooDeep(file, deepAt)], spans: noSpans };
  }
  let value: Json;
  try {
    // What JSON.parse returns is JSON by definition.
    value = JSON.parse(text) as Json;
  } catch {
    const { fault } = scanJson(text, undefined);
    return {
      value: undefined,
      diagnostics: [
        documentDiagnostic({
          code: "GW1002",
          at: offsetRef(file, fault?.offset ?? 0),
          message: `this is not JSON: ${fault?.message ?? "the text does not parse"}`,
          fix: "Correct the syntax here; what follows is read once the file parses.",
        }),
      ],
      spans: noSpans,
    };
  }
  return {
    value,
    diagnostics: keys === countKeys(value) ? [] : duplicates(file, text, value),
    spans: () => scanJson(text, value),
  };
}

const noSpans = () => ({ root: { start: 0, end: 0 }, members: new Map() });

function duplicates(file: string, text: string, value: Json): readonly Diagnostic[] {
  return scanJson(text, value).duplicates.map(({ name, first, second }) =>
    duplicateKey(file, name, first.start, second.start),
  );
}

/** Counts property names and finds the first bracket that is nested too deep, without making values. */
function measure(text: string): { keys: number; deepAt: number | null } {
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        at = endOfString(text, at);
        break;
      }
      case 0x3a: {
        keys += 1;
        break;
      }
      case 0x7b:
      case 0x5b: {
        depth += 1;
        if (depth > MAX_DEPTH) {
          return { keys, deepAt: at };
        }
        break;
      }
      case 0x7d:
      case 0x5d: {
        depth -= 1;
        break;
      }
    }
  }
  return { keys, deepAt: null };
}

function endOfString(text: string, start: number): number {
  let at = start;
  do {
    at = text.indexOf('"', at + 1);
    if (at < 0) {
      return text.length;
    }
  } while (isEscaped(text, at));
  return at;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(quote - 1 - slashes) === 0x5c) {
    slashes += 1;
  }
  return slashes % 2 === 1;
}

function countKeys(value: Json): number {
  if (typeof value !== "object" || value === null) {
    return 0;
  }
  const members = Object.values(value);
  let count = Array.isArray(value) ? 0 : members.length;
  for (const member of members) {
    count += countKeys(member);
  }
  return count;
}
