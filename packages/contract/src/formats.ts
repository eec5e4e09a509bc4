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
 * `/${format.source}/${format.flags}` or `format.toString()`. That is why some say the same thing twice. None of them
 * backtracks more than linearly, and all patterns are small: V8 takes 20 ms to compile the whole grammar of a URI with
 * its IPv6 addresses, on the first request that needs it.
 */
export type Format = RegExp | ((value: string) => boolean) | ((value: number) => boolean);

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

  /** `Mailbox`: 64 octets before the `@`, 255 behind it. Source: RFC 5321 §4.1.2, §4.5.3.1. */
  email: (value: string): boolean => {
    const at = value.lastIndexOf("@");
    const domain = value.slice(at + 1);
    if (
      at < 1 ||
      at > 64 ||
      domain.length > 255 ||
      !/^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")$/.test(
        value.slice(0, at),
      )
    ) {
      return false;
    }
    if (!domain.startsWith("[")) {
      return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(
        domain,
      );
    }
    const v4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
    const isIpv6 = (text: string): boolean => {
      const halves = text.split("::");
      const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
      const hasV4 = !text.endsWith("::") && v4.test(groups.at(-1) ?? "");
      const count = groups.length + (hasV4 ? 1 : 0);
      return (
        (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) &&
        groups
          .slice(0, hasV4 ? -1 : groups.length)
          .every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
      );
    };
    const literal = domain.endsWith("]") ? domain.slice(1, -1) : "";
    return v4.test(literal) || (literal.startsWith("IPv6:") && isIpv6(literal.slice(5)));
  },

  /** Labels of 1 to 63 characters, 253 in all. Source: RFC 1123 §2.1. */
  hostname: (value: string): boolean =>
    value.length <= 253 &&
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(
      value,
    ),

  int32: (value: number): boolean =>
    Number.isInteger(value) && value >= -2147483648 && value <= 2147483647,

  /**
   * 2^63 itself passes: the largest int64 and 2^63 are one and the same double, and a valid value is
   * never refused.
   */
  int64: (value: number): boolean =>
    Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63,

  /** Dotted decimal without leading zeros. Source: RFC 3986 §3.2.2. */
  ipv4: /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/,

  /** Eight groups, or fewer around one `::`; the last two may be an IPv4 address. Source: RFC 3986 §3.2.2. */
  ipv6: (value: string): boolean => {
    const halves = value.split("::");
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const hasV4 =
      !value.endsWith("::") &&
      /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/.test(
        groups.at(-1) ?? "",
      );
    const count = groups.length + (hasV4 ? 1 : 0);
    return (
      (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) &&
      groups.slice(0, hasV4 ? -1 : groups.length).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
    );
  },

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

  /** `URI`: with a scheme, so not a relative reference. Source: RFC 3986 appendix A. */
  uri: (value: string): boolean => {
    const match =
      /^[A-Za-z][A-Za-z0-9+.-]*:(?:\/\/(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\[([^[\]]*)\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::\d*)?(?:\/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?|\/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?|[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?$/.exec(
        value,
      );
    if (!match || /%(?![0-9A-Fa-f]{2})/.test(value)) {
      return false;
    }
    const literal = match[1];
    if (literal === undefined || /^[Vv][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+$/.test(literal)) {
      return true;
    }
    const halves = literal.split("::");
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const hasV4 =
      !literal.endsWith("::") &&
      /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/.test(
        groups.at(-1) ?? "",
      );
    const count = groups.length + (hasV4 ? 1 : 0);
    return (
      (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) &&
      groups.slice(0, hasV4 ? -1 : groups.length).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
    );
  },

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
