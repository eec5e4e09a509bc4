import type { Target } from "../../../diagnostic/diagnostic.js";
import { renderPretty } from "../../../diagnostic/render-pretty.js";
import { resolveSettings } from "../../../settings/resolve-settings.js";
import type { SettingsInput } from "../../../settings/settings-input.js";
import { compileFiles } from "../../document/testing/check-text.js";
import { applyTargets, checkTargets } from "../check-targets.js";

interface Question {
  readonly asked?: readonly Exclude<Target, null>[];
  readonly settings?: SettingsInput;
  /** Only findings of this code. */
  readonly code?: string;
}

/** What is printed about a document for a target, settings aside; empty when there is nothing to say. */
export async function checkTarget(document: string, question: Question = {}): Promise<string> {
  const { asked = ["rest-api"], settings: input = {}, code } = question;
  const compilation = await compileFiles({ "api.yaml": document });
  const { contract } = compilation;
  if (contract === null) {
    return "no contract";
  }
  const { settings } = resolveSettings(contract, input);
  const { diagnostics } = applyTargets(checkTargets(contract, settings), asked);
  return diagnostics
    .filter((each) => each.target === asked[0] && (code === undefined || each.code === code))
    .map((each) =>
      renderPretty(compilation.locate(each), { frame: (place) => compilation.frame(place) }),
    )
    .join("\n");
}

/** A document around some paths, everything in it open to everybody. */
export function openDocument(paths: string, components = ""): string {
  return `openapi: 3.1.0
info: { title: Notes, version: "1" }
security: []
paths:
${paths}${components === "" ? "" : `components:\n${components}`}`;
}

/** A GET operation that answers 204, indented for a path. */
export const GET = `    get:
      responses: { "204": { description: Done } }
`;
