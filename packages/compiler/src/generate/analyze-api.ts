import type { Contract } from "@gatewright/contract";
import { applyTargets, checkTargets } from "../check/api-gateway/check-targets.js";
import { type Compilation, compile } from "../compile.js";
import type { Diagnostic, LocatedDiagnostic, Place } from "../diagnostic/diagnostic.js";
import { inOrder } from "../diagnostic/in-order.js";
import { resolveSettings } from "../settings/resolve-settings.js";
import type { ApiSettings } from "../settings.js";
import { pointerTokens } from "../source/source-ref.js";
import type { ApiInput, TargetName } from "./api-input.js";

/** What is known of an API before anything is emitted. */
export interface Analysis {
  readonly input: ApiInput;
  readonly compilation: Compilation;
  /** Null when the document has errors: there is nothing to emit then. */
  readonly ready: { readonly contract: Contract; readonly settings: ApiSettings } | null;
  /** Targets that the document cannot meet; their files are left out. */
  readonly blocked: ReadonlySet<TargetName>;
  readonly diagnostics: readonly LocatedDiagnostic[];
  locate(diagnostic: Diagnostic): LocatedDiagnostic;
  /** The lines of a place, with carets; null when they cannot be shown. */
  frame(place: Place): string | null;
}

/** Marks places in settings; no file of a document can have this name. */
const SETTINGS_AT = "\0settings#";

/** Reads and checks a document and its settings, for all targets. */
export async function analyzeApi(input: ApiInput, workingDirectory: string): Promise<Analysis> {
  const compilation = await compile({ entry: input.entry, root: input.root, workingDirectory });
  const locate = (diagnostic: Diagnostic) => locateIn(compilation, input, diagnostic);
  const found: Diagnostic[] = [...compilation.diagnostics];
  const blocked = new Set<TargetName>();
  let ready: Analysis["ready"] = null;
  const { contract } = compilation;
  if (contract && !hasErrors(found)) {
    const { settings, diagnostics } = resolveSettings(contract, input.settings, SETTINGS_AT);
    const findings = [...diagnostics, ...checkTargets(contract, settings)];
    const outcome = applyTargets(findings, input.targets);
    found.push(...outcome.diagnostics);
    for (const target of outcome.blocked) blocked.add(target);
    if (!hasErrors(found)) ready = { contract, settings };
  }
  return {
    input,
    compilation,
    ready,
    blocked,
    diagnostics: inOrder(found.map(locate)),
    locate,
    frame: (place) => compilation.frame(place),
  };
}

export function hasErrors(diagnostics: readonly { readonly severity: string }[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function locateIn(
  compilation: Compilation,
  { settingsPlace }: ApiInput,
  diagnostic: Diagnostic,
): LocatedDiagnostic {
  const located = compilation.locate(diagnostic);
  if (!diagnostic.at.startsWith(SETTINGS_AT)) return located;
  const pointer = diagnostic.at.slice(SETTINGS_AT.length);
  const place = settingsPlace?.(pointerTokens(pointer) ?? []);
  return { ...located, file: "", line: 1, column: 1, ...place, pointer };
}
