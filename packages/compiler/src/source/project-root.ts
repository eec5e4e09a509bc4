import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { nearestName } from "./nearest-name.js";

/** Where a file reference leads, or why it is not followed. Nothing has been read yet. */
export type FileTarget =
  | { readonly kind: "file"; readonly path: string; readonly absolutePath: string }
  | { readonly kind: "missing"; readonly wanted: string; readonly nearest: string | null }
  /** A folder, a pipe or a device. */
  | { readonly kind: "not-a-file"; readonly wanted: string }
  | { readonly kind: "outside"; readonly reason: string }
  | { readonly kind: "network"; readonly scheme: string };

/** The folder that nothing is read outside of. Links are followed before they are compared. */
export class ProjectRoot {
  /** As given, and with every symbolic link resolved. */
  readonly folder: string;
  readonly #realFolder: string;

  constructor(folder: string) {
    this.folder = path.resolve(folder);
    this.#realFolder = realpathSync(this.folder);
  }

  /** Relative to the root, with `/`. */
  relative(absolutePath: string): string {
    return path.relative(this.folder, absolutePath).split(path.sep).join("/");
  }

  /** Resolves the file part of a reference that stands in the file `from` (relative to the root). */
  resolve(from: string, reference: string): FileTarget {
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(reference)?.[1]?.toLowerCase();
    if (scheme !== undefined) {
      return scheme === "file"
        ? { kind: "outside", reason: "file: URLs are not followed" }
        : { kind: "network", scheme };
    }
    const decoded = decode(reference);
    if (decoded === null || decoded.includes("\0")) {
      return { kind: "outside", reason: "it is not the name of a file" };
    }
    if (/^(?:\/\/|\\\\)/.test(decoded)) {
      return { kind: "outside", reason: "it names another host" };
    }
    if (/^(?:[/\\]|[a-z]:)/i.test(decoded)) {
      return { kind: "outside", reason: "it is an absolute path" };
    }
    if (decoded.includes("\\")) {
      return { kind: "outside", reason: 'folders are separated by "/"' };
    }
    const absolutePath = path.resolve(this.folder, path.dirname(from), decoded);
    return this.#contained(this.folder, absolutePath)
      ? this.locate(absolutePath)
      : { kind: "outside", reason: "it leads out of the project root" };
  }

  /** The file itself, if it is one and stands inside the root after links are followed. */
  locate(absolutePath: string): FileTarget {
    let realPath: string;
    try {
      realPath = realpathSync(absolutePath);
    } catch {
      return {
        kind: "missing",
        wanted: this.relative(absolutePath),
        nearest: nearestFile(absolutePath, this.folder),
      };
    }
    if (!this.#contained(this.#realFolder, realPath)) {
      const isLink = this.#contained(this.folder, absolutePath);
      return {
        kind: "outside",
        reason: isLink
          ? "it is a link that leads out of the project root"
          : "it stands outside the project root",
      };
    }
    if (!statSync(realPath).isFile()) {
      return { kind: "not-a-file", wanted: this.relative(absolutePath) || "." };
    }
    return { kind: "file", path: this.relative(absolutePath), absolutePath };
  }

  #contained(folder: string, candidate: string): boolean {
    const relative = path.relative(folder, candidate);
    return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  }
}

function decode(reference: string): string | null {
  try {
    return decodeURIComponent(reference);
  } catch {
    return null;
  }
}

/** A file of the same folder with a similar name; the folder is inside the root by then. */
function nearestFile(absolutePath: string, root: string): string | null {
  const folder = path.dirname(absolutePath);
  try {
    if (path.relative(realpathSync(root), realpathSync(folder)).startsWith("..")) {
      return null;
    }
    return nearestName(path.basename(absolutePath), readdirSync(folder));
  } catch {
    return null;
  }
}
