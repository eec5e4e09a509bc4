import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** Relative, with `/`. */
  readonly path: string;
  readonly data: Uint8Array;
}

const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
/** 1 January 1980, the first day that the format knows: the same files give the same bytes on any day. */
const DOS_DATE = (1 << 5) | 1;
/** `-rw-r--r--` of a regular file, in the half that Unix uses: Lambda must be able to read it. */
const MODE = 0o100644 << 16;
const MADE_ON_UNIX = (3 << 8) | 20;
const VERSION_NEEDED = 20;

/**
 * A zip archive that depends on its entries only: no clock, no user, entries by path. Good for what a
 * function bundle is (few files, below 4 GiB). Source: PKWARE APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, data } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = Buffer.from(path, "utf8");
    const packed = deflateRawSync(data, { level: 9 });
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(UTF8_NAMES, 0);
    facts.writeUInt16LE(DEFLATE, 2);
    facts.writeUInt16LE(0, 4);
    facts.writeUInt16LE(DOS_DATE, 6);
    facts.writeUInt32LE(crc32(data), 8);
    facts.writeUInt32LE(packed.length, 12);
    facts.writeUInt32LE(data.length, 16);
    facts.writeUInt16LE(name.length, 20);
    const local = Buffer.concat([
      numbers([4, 0x04034b50], [2, VERSION_NEEDED]),
      facts,
      numbers([2, 0]),
    ]);
    files.push(local, name, packed);
    directory.push(
      numbers([4, 0x02014b50], [2, MADE_ON_UNIX], [2, VERSION_NEEDED]),
      facts,
      // Extra field, comment, disk and internal attributes are all absent.
      numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, MODE], [4, offset]),
      name,
    );
    offset += local.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, central.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...files, central, end]);
}

/** Little-endian numbers, each with its width in bytes. */
function numbers(...values: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([width, value]) => {
      const buffer = Buffer.alloc(width);
      buffer.writeUIntLE(value >>> 0, 0, width);
      return buffer;
    }),
  );
}
