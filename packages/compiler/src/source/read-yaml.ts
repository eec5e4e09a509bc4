import type { Json } from "@gatewright/contract";
import { Composer, type Document, Parser, visit } from "yaml";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { documentDiagnostic } from "../diagnostic/document-diagnostic.js";
import { nestingTooDeep } from "./limits.js";
import type { ReadResult } from "./source-file.js";
import { offsetRef } from "./source-ref.js";
import type { SpanTable } from "./spans.js";
import { YamlConverter } from "./yaml-converter.js";

const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  // Ours finds them in one pass and knows where the first one stands.
  uniqueKeys: false,
  prettyErrors: false,
  strict: true,
  logLevel: "silent",
} as const;

/** Reads a YAML 1.2 document. The syntax tree lives only as long as this call; spans are kept as numbers. */
export function readYaml(file: string, text: string): ReadResult {
  const nothing = { root: { start: 0, end: 0 }, members: new Map() };
  const failed = (diagnostics: readonly Diagnostic[]): ReadResult => ({
    value: undefined,
    diagnostics,
    spans: () => nothing,
  });
  try {
    const documents = [
      ...new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length),
    ];
    const [document, second] = documents;
    const fault = document && firstFault(file, text, document);
    if (fault) {
      return failed([fault]);
    }
    if (second) {
      return failed([moreThanOne(file, second.range[0])]);
    }
    const converter = new YamlConverter(file);
    const value: Json = converter.convertDocument(document?.contents ?? null);
    const { diagnostics } = converter;

    if (converter.isUnusable) {
      return failed(diagnostics);
    }
    const spans: SpanTable = { root: converter.root, members: converter.members };
    return {
      value,
      diagnostics: [...diagnostics, ...tagWarnings(file, document)],
      spans: () => spans,
    };
  } catch (error) {
    // The composer calls itself once per level; a text nested deeper than the stack ends here.
    if (error instanceof RangeError) {
      return failed([nestingTooDeep(file, 0)]);
    }
    throw error;
  }
}

/** Only the first: after it the rest of the text is guesswork. */
function firstFault(file: string, text: string, document: Document.Parsed): Diagnostic | null {
  const [first] = [...document.errors].sort((left, right) => left.pos[0] - right.pos[0]);
  if (!first) {
    return null;
  }
  if (first.code === "RESOURCE_EXHAUSTION") {
    return nestingTooDeep(file, first.pos[0]);
  }
  const open = openBracket(text, document, first.pos[0]);
  if (open !== null) {
    return documentDiagnostic({
      code: "GW1002",
      at: offsetRef(file, open),
      message: `this is not YAML: this "${text.charAt(open)}" is not closed`,
      related: [{ at: offsetRef(file, first.pos[0]), message: "what follows is noticed here" }],
      fix: `Write the closing "${text.charAt(open) === "{" ? "}" : "]"}".`,
    });
  }
  const [reason = ""] = first.message.split("\n");
  return documentDiagnostic({
    code: "GW1002",
    at: offsetRef(file, first.pos[0]),
    message: `this is not YAML: ${reason}`,
    fix: "Correct the syntax here; what follows is read once the file parses.",
  });
}

/** The last bracket before a fault that nothing closes: where the slip is, not where it is noticed. */
function openBracket(text: string, document: Document.Parsed, offset: number): number | null {
  let found: number | null = null;
  visit(document, {
    Collection(_key, node) {
      const [start, end] = node.range ?? [0, 0];
      const isOpen = node.flow === true && !/[}\]]/.test(text.charAt(end - 1));
      if (isOpen && start < offset && end <= offset && (found === null || start > found)) {
        found = start;
      }
    },
  });
  return found;
}

function moreThanOne(file: string, offset: number): Diagnostic {
  return documentDiagnostic({
    code: "GW1002",
    at: offsetRef(file, offset),
    message: "a second YAML document begins here; a file holds one",
    fix: "Move it to a file of its own and remove the `---` line.",
  });
}

function tagWarnings(file: string, document: Document.Parsed | undefined): readonly Diagnostic[] {
  return (document?.warnings ?? []).map((warning) =>
    documentDiagnostic({
      code: "GW1008",
      severity: "warning",
      at: offsetRef(file, warning.pos[0]),
      message: "this YAML tag has no meaning here; the value is read without it",
      fix: "Remove the tag, or write the value as plain YAML.",
    }),
  );
}
