import type { Random } from "./random.js";

const NAMES = ["ada", "grace", "alan", "edsger", "barbara", "donald", "radia", "niklaus"];
const HEX = "0123456789abcdef";
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const two = (value: number) => String(value).padStart(2, "0");

function name(random: Random): string {
  return random.pick(NAMES) ?? "ada";
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => HEX[random.integer(0, 15)]).join("");
}

function date(random: Random): string {
  return `20${two(random.integer(20, 29))}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}

function time(random: Random): string {
  return `${two(random.integer(0, 23))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}Z`;
}

function byte(random: Random, length: number): string {
  const size = Math.ceil(length / 4) * 4;
  return Array.from({ length: size }, () => BASE64[random.integer(0, 63)]).join("");
}

/** How to make a text of a format; `length` is what `minLength` asks for. */
const MAKERS: Readonly<Record<string, (random: Random, length: number) => string>> = {
  date,
  time,
  "date-time": (random) => `${date(random)}T${time(random)}`,
  uuid: (random) =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  email: (random, length) =>
    `${name(random)}${"a".repeat(Math.min(50, Math.max(0, length - 12)))}@example.com`,
  "idn-email": (random) => `${name(random)}@example.com`,
  uri: (random, length) =>
    `https://example.com/${name(random)}${"/a".repeat(Math.max(0, Math.ceil((length - 24) / 2)))}`,
  url: (random) => `https://example.com/${name(random)}`,
  iri: (random) => `https://example.com/${name(random)}`,
  "uri-reference": (random) => `/${name(random)}/${random.integer(1, 999)}`,
  "iri-reference": (random) => `/${name(random)}/${random.integer(1, 999)}`,
  "uri-template": (random) => `/${name(random)}/{id}`,
  hostname: (random, length) =>
    `${name(random)}${".a".repeat(Math.max(0, Math.ceil((length - 15) / 2)))}.example.com`,
  "idn-hostname": (random) => `${name(random)}.example.com`,
  ipv4: (random) => `192.0.2.${random.integer(1, 254)}`,
  ipv6: (random) => `2001:db8::${hex(random, 3).replace(/^0+/, "1")}`,
  "json-pointer": (random) => `/${name(random)}`,
  "relative-json-pointer": (random) => `1/${name(random)}`,
  regex: (random) => `^${name(random)}$`,
  duration: (random) => `P${random.integer(1, 9)}D`,
  byte: (random, length) => byte(random, Math.max(4, length)),
};

/** Short forms, for a `maxLength` that the usual ones do not keep. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  email: ["a@b.io", "a@b"],
  uri: ["http://a.io", "a:b"],
  hostname: ["a.io", "a"],
  ipv4: ["1.1.1.1"],
  ipv6: ["::1", "::"],
  byte: [""],
};

/** Texts of a format, best first; none for a format that is not known. */
export function sampleFormat(format: string, random: Random, length: number): readonly string[] {
  const make = Object.hasOwn(MAKERS, format) ? MAKERS[format] : undefined;
  return make
    ? [make(random, length), ...(Object.hasOwn(SHORT, format) ? (SHORT[format] ?? []) : [])]
    : [];
}
