/** Names of the formats that are checked. A format that is not in this list says nothing. */
export type FormatName =
  | "byte"
  | "date"
  | "date-time"
  | "email"
  | "hostname"
  | "int32"
  | "int64"
  | "ipv4"
  | "ipv6"
  | "time"
  | "uri"
  | "uuid";

/**
 * How a format is tested: a regular expression, or a function whose source text is complete in itself (no
 * import, no outer name), so that the compiler can write either into generated validators:
 * `/${format.source}/${format.flags}` or `format.toString()`. None of them backtracks more than linearly.
 */
export type Format = RegExp | ((value: string) => boolean) | ((value: number) => boolean);

const H16 = "[0-9A-Fa-f]{1,4}";
const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const LS32 = `(?:${H16}:${H16}|${IPV4})`;
/** `IPv6address`, one alternative per line of the grammar. Source: RFC 3986 §3.2.2. */
const IPV6 = `(?:${[
  `(?:${H16}:){6}${LS32}`,
  `::(?:${H16}:){5}${LS32}`,
  `(?:${H16})?::(?:${H16}:){4}${LS32}`,
  `(?:(?:${H16}:){0,1}${H16})?::(?:${H16}:){3}${LS32}`,
  `(?:(?:${H16}:){0,2}${H16})?::(?:${H16}:){2}${LS32}`,
  `(?:(?:${H16}:){0,3}${H16})?::${H16}:${LS32}`,
  `(?:(?:${H16}:){0,4}${H16})?::${LS32}`,
  `(?:(?:${H16}:){0,5}${H16})?::${H16}`,
  `(?:(?:${H16}:){0,6}${H16})?::`,
].join("|")})`;

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const DOMAIN = `${LABEL}(?:\\.${LABEL})*`;
const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const QUOTED = '"(?:[ !#-\\[\\]-~]|\\\\[ -~])*"';
/** `Mailbox`; 64 octets before the `@`, 255 behind it. Source: RFC 5321 §4.1.2, §4.5.3.1. */
const EMAIL = `^(?=[^]{1,64}@[^@]{1,255}$)(?:${ATEXT}(?:\\.${ATEXT})*|${QUOTED})@(?:${DOMAIN}|\\[(?:${IPV4}|IPv6:${IPV6})\\])$`;

/** A character of a path segment; `%` is allowed here because the expression begins by refusing a lone one. */
const PCHAR = "A-Za-z0-9._~!$&'()*+,;=:@%-";
const AUTHORITY = `(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\\[(?:${IPV6}|[Vv][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+)\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::\\d*)?`;
/** `URI`: with a scheme, so not a relative reference. Source: RFC 3986 appendix A. */
const URI = `^(?![^]*%(?![0-9A-Fa-f]{2}))[A-Za-z][A-Za-z0-9+.-]*:(?://${AUTHORITY}(?:/[${PCHAR}/]*)?|/(?:[${PCHAR}][${PCHAR}/]*)?|[${PCHAR}][${PCHAR}/]*)?(?:\\?[${PCHAR}/?]*)?(?:#[${PCHAR}/?]*)?$`;

/**
 * The formats that validators assert and the sampler produces, by name. `int32` and `int64` test numbers,
 * all others strings; a value of another type is never tested.
 */
export const formats: Readonly<Record<FormatName, Format>> = {
  /** Base64 with padding. Source: RFC 4648 §4. */
  byte: (value: string): boolean => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value),

  /** `full-date`, with the days that the month has. Source: RFC 3339 §5.6. */
  date: /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/,

  /** `date-time`; a leap second only in the last minute of a UTC day. Source: RFC 3339 §5.6, §5.7. */
  "date-time": (value: string): boolean => {
    if (
      !/^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
        value,
      )
    ) {
      return false;
    }
    if (value.charCodeAt(17) !== 54) {
      return true;
    }
    const local = Number(value.slice(11, 13)) * 60 + Number(value.slice(14, 16));
    const zone = /([+-])(\d\d):(\d\d)$/.exec(value);
    const offset = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    return (local - offset + 2880) % 1440 === 1439;
  },

  email: new RegExp(EMAIL),

  /** Labels of 1 to 63 characters, 253 in all. Source: RFC 1123 §2.1. */
  hostname: new RegExp(`^(?=[^]{1,253}$)${DOMAIN}$`),

  int32: (value: number): boolean =>
    Number.isInteger(value) && value >= -2147483648 && value <= 2147483647,

  /**
   * 2^63 itself passes: the largest int64 and 2^63 are one and the same double, and a valid value is
   * never refused.
   */
  int64: (value: number): boolean =>
    Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63,

  /** Dotted decimal without leading zeros. Source: RFC 3986 §3.2.2. */
  ipv4: new RegExp(`^${IPV4}$`),

  ipv6: new RegExp(`^${IPV6}$`),

  /** `full-time`; a leap second only in the last minute of a UTC day. Source: RFC 3339 §5.6, §5.7. */
  time: (value: string): boolean => {
    if (
      !/^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
        value,
      )
    ) {
      return false;
    }
    if (value.charCodeAt(6) !== 54) {
      return true;
    }
    const local = Number(value.slice(0, 2)) * 60 + Number(value.slice(3, 5));
    const zone = /([+-])(\d\d):(\d\d)$/.exec(value);
    const offset = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    return (local - offset + 2880) % 1440 === 1439;
  },

  uri: new RegExp(URI),

  /** Any version and variant, either case. Source: RFC 9562 §4. */
  uuid: /^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/,
};

/** Whether a value fits a format: true for a format that is not in the table and for a value of a type that it does not test. */
export function matchesFormat(name: string, value: unknown): boolean {
  if (!isFormatName(name)) {
    return true;
  }
  const format = formats[name];
  const testsNumbers = name === "int32" || name === "int64";
  if (typeof value !== (testsNumbers ? "number" : "string")) {
    return true;
  }
  // The line above checked that the value is of the one type that this format's test takes.
  return format instanceof RegExp ? format.test(value as string) : format(value as never);
}

/** Whether a name is one of the table's. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
