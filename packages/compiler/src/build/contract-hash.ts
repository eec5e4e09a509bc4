import { createHash } from "node:crypto";
import type { Contract } from "@gatewright/contract";

/** SHA-256, in hexadecimal, of the contract as canonical JSON: keys sorted, so that equal contracts hash alike. */
export function contractHash(contract: Contract): string {
  return createHash("sha256").update(canonicalJson(contract)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
