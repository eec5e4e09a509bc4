import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { zipFile } from "./zip-file.js";

const entries = [
  { path: "index.mjs", data: Buffer.from("export const handler = 1;\n".repeat(50)) },
  { path: "chunks/ä.mjs", data: Buffer.from("") },
];

/** Reads an archive by its central directory, as every tool does. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    files[name] = inflateRawSync(archive.subarray(start, start + packed)).toString();
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

describe("zipFile", () => {
  it("holds every file, compressed", () => {
    const archive = zipFile(entries);
    expect(unzip(archive)).toEqual({
      "chunks/ä.mjs": "",
      "index.mjs": entries[0]?.data.toString(),
    });
    expect(archive.length).toBeLessThan(500);
  });

  it("gives the same bytes for the same files in another order", () => {
    expect(zipFile([...entries].reverse()).equals(zipFile(entries))).toBe(true);
  });

  it("is read by Python's zipfile, where Python is installed", ({ skip }) => {
    const dir = mkdtempSync(join(tmpdir(), "gatewright-zip-"));
    try {
      const file = join(dir, "function.zip");
      writeFileSync(file, zipFile(entries));
      const program =
        "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(oct(z.infolist()[1].external_attr>>16))";
      let mode: string;
      try {
        mode = execFileSync("python3", ["-c", program, file], { encoding: "utf8" }).trim();
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") {
          return skip("python3 is not installed");
        }
        throw error;
      }
      expect(mode).toBe("0o100644");
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
