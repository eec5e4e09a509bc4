import type { Contract, FunctionResource, Resources } from "@gatewright/contract";
import { pascalCase } from "../../settings/slug.js";
import type { ApiSettings, FunctionSettings } from "../../settings.js";
import type { Emitter } from "../emitter.js";
import { jsonFile } from "../file.js";

/** Writes `resources.json`: the tables and functions that local gateway and templates create. */
export const resourcesEmitter: Emitter = {
  name: "resources",
  needs: [],
  emit(_contract: Contract, { settings }) {
    return [jsonFile("resources.json", resourcesOf(settings))];
  },
};

/** The content of `resources.json`. */
export function resourcesOf(settings: ApiSettings): Resources {
  const taken = new Set<string>();
  return {
    formatVersion: 1,
    api: settings.slug,
    tables: settings.tables.map(({ name, properties }) => ({
      name,
      logicalId: logicalId(name, "Table", taken),
      properties,
    })),
    functions: settings.functions.map((given) => functionResource(given, taken)),
  };
}

function functionResource(given: FunctionSettings, taken: Set<string>): FunctionResource {
  return {
    name: given.name,
    logicalId: logicalId(given.name, "Function", taken),
    kind: given.kind,
    ...(given.entry !== null && { entry: given.entry }),
    bundle: given.bundle ?? `dist/functions/${given.name}`,
    memoryMiB: given.memoryMiB,
    timeoutSeconds: given.timeoutSeconds,
    environment: given.environment,
    tables: given.tables,
  };
}

/** `whiteboard-authorizer` → `WhiteboardAuthorizerFunction`; a number follows when two names meet. */
function logicalId(name: string, suffix: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const id = `${pascalCase(name)}${number === 1 ? "" : number}${suffix}`;
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}
