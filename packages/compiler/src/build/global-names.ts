export function isGlobalName(name: string): boolean {
  return NAMES.has(name);
}

const NAMES = new Set<string>();
