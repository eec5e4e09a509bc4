/** Where a gateway that knows the path templates sends a request; null when none fits. */
export interface Route {
  readonly template: string;
  /** As they stand in the path. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Compares segments before decoding; an empty one fills no variable. Exact segments win over variables. */
export function findRoute(templates: readonly string[], path: string): Route | null {
  const segments = path.split("/");
  const sorted = [...templates].sort((a, b) => a.split("{").length - b.split("{").length);
  for (const template of sorted) {
    const parts = template.split("/");
    const variables: Record<string, string> = {};
    const fits =
      parts.length === segments.length &&
      parts.every((part, index) => {
        const segment = segments[index] ?? "";
        if (!part.startsWith("{")) return part === segment;
        variables[part.slice(1, -1)] = segment;
        return segment !== "";
      });
    if (fits) return { template, variables };
  }
  return null;
}
