import { createHash } from "node:crypto";

/** Gives names out; what it has given is never given again, not even in other letter case. */
export interface NameBook {
  /** The name itself when it fits, else the nearest that does; the same one whenever the same owner asks. */
  take(wanted: string, owner?: string): string;
}

/** Object keys that CloudFormation reads as functions; a template that embeds the definition cannot have them. */
const RESERVED = ["ref", "condition"];

/**
 * Alphanumeric names, one-to-one: `User_v2` → `UserV2`, or `UserV2` and six characters of a hash when that name
 * is somebody else's. `preferred` are kept as they are wherever they fit, whoever asks first.
 */
export function alphanumericNames(preferred: readonly string[] = []): NameBook {
  const owners = new Map<string, string>();
  const given = new Map<string, string>();
  const claim = (name: string, owner: string): boolean => {
    const key = name.toLowerCase();
    if (RESERVED.includes(key) || (owners.get(key) ?? owner) !== owner) {
      return false;
    }
    owners.set(key, owner);
    given.set(owner, name);
    return true;
  };
  for (const name of preferred) {
    if (isAlphanumeric(name)) {
      claim(name, name);
    }
  }
  return {
    take(wanted, owner = wanted) {
      const known = given.get(owner);
      if (known !== undefined) {
        return known;
      }
      const base = isAlphanumeric(wanted) ? wanted : joinWords(wanted);
      if (claim(base, owner)) {
        return base;
      }
      for (let length = 6; ; length++) {
        const name = base + digest(owner).slice(0, length);
        if (claim(name, owner)) {
          return name;
        }
      }
    },
  };
}

function isAlphanumeric(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name);
}

function joinWords(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return /^[A-Za-z]/.test(joined) ? joined : `Model${joined}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
