import type { EmitName } from "../emit/emitter.js";
import { emitters } from "../emit/emitters.js";

/** The names and everything that they need, in the order of the table of emitters. */
export function withNeeds(names: readonly EmitName[]): readonly EmitName[] {
  const wanted = new Set<EmitName>();
  const add = (name: EmitName) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const needed of emitters.find((emitter) => emitter.name === name)?.needs ?? [])
      add(needed);
  };
  for (const name of names) add(name);
  return emitters.map(({ name }) => name).filter((name) => wanted.has(name));
}
