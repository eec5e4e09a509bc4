/** `/a/{b}/{c}.json` → `["b", "c"]`, in order, repeated names included. */
export function templateVariables(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
