import { describe, expect, it } from "vitest";
import { type FormatName, formats, matchesFormat } from "./formats.js";

const long = "a".repeat(63);

/** Per format: what is in it, and what is not. */
const cases: Record<FormatName, { yes: (string | number)[]; no: (string | number)[] }> = {
  byte: {
    yes: ["", "TQ==", "TWE=", "TWFu", "+/+/"],
    no: ["T", "TQ", "TQ=", "TQ===", "====", "=", "TW=u", "TWF-", "TWFu\n", "TW Fu", "A==="],
  },
  date: {
    yes: ["2024-02-29", "2000-02-29", "1963-06-19", "0001-01-01", "2020-12-31", "2400-02-29"],
    no: [
      "2023-02-29",
      "1900-02-29",
      "2100-02-29",
      "2020-04-31",
      "2020-13-01",
      "2020-00-10",
      "2020-01-32",
      "2020-1-1",
      "20-01-01",
      "2020-01-01Z",
      " 2020-01-01",
      "2020-01-01\n",
      "২০২০-০১-০১",
      "2020-W01",
      "",
    ],
  },
  time: {
    yes: [
      "08:30:06Z",
      "08:30:06.283185z",
      "23:59:60Z",
      "01:29:60+01:30",
      "23:29:60-00:30",
      "00:00:00+23:59",
    ],
    no: [
      "08:30:06",
      "24:00:00Z",
      "00:60:00Z",
      "00:00:61Z",
      "22:59:60Z",
      "23:58:60Z",
      "08:30:06+24:00",
      "08:30:06+00:60",
      "8:30:06Z",
      "08:30Z",
      "08:30:06 PST",
      "12:00:00.Z",
      "12:00:00.52",
      "08:30:06#00:20",
    ],
  },
  "date-time": {
    yes: [
      "1963-06-19T08:30:06.283185Z",
      "1963-06-19t08:30:06z",
      "1990-12-31T15:59:50.123-08:00",
      "1998-12-31T23:59:60Z",
      "1998-12-31T15:59:60.123-08:00",
      "2024-02-29T00:00:00+00:00",
    ],
    no: [
      "1998-12-31T23:58:60Z",
      "1998-12-31T22:59:60Z",
      "1990-02-31T15:59:59Z",
      "2023-02-29T00:00:00Z",
      "1990-12-31T15:59:59-24:00",
      "1963-06-19T08:30:06.28123+01:00Z",
      "2013-350T01:01:01",
      "2020-01-01 00:00:00Z",
      "1963-06-1৪T00:00:00Z",
      "2020-01-01T00:00:00",
      "2020-01-01",
      "06/19/1963 08:30:06 PST",
    ],
  },
  uuid: {
    yes: ["2EB8AA08-AA98-11EA-B4AA-73B441D16380", "00000000-0000-0000-0000-000000000000"],
    no: [
      "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
      "2eb8aa08aa9811eab4aa73b441d16380",
      "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
      "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
      "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
    ],
  },
  email: {
    yes: [
      "joe.bloggs@example.com",
      "te~st@example.com",
      "~test@example.com",
      '"joe bloggs"@example.com',
      '"joe..bloggs"@example.com',
      '"joe@bloggs"@example.com',
      '"a\\"b"@x.org',
      "a@b",
      "joe.bloggs@[127.0.0.1]",
      "joe.bloggs@[IPv6:::1]",
      "joe.bloggs@[IPv6:1::1.2.3.4]",
      `${"a".repeat(64)}@example.com`,
      "a+b@xn--bcher-kva.example",
    ],
    no: [
      "2962",
      ".test@example.com",
      "test.@example.com",
      "te..st@example.com",
      "joe.bloggs@invalid=domain.com",
      "joe.bloggs@[127.0.0.300]",
      "joe.bloggs@[IPv6:1::2::3]",
      "joe.bloggs@[::1]",
      "joe.bloggs@[127.0.0.1",
      "a@b@c",
      "@x",
      "x@",
      "a b@x.org",
      "user1@x.org, user2@x.org",
      "a@-b.org",
      "a@b-.org",
      "a@b..org",
      "a@b.",
      `${"a".repeat(65)}@example.com`,
      `a@${`${long}.`.repeat(5)}org`,
      "Joe <joe@x.org>",
      "jö@x.org",
      '"joe"bloggs@x.org',
      "a@x.org\n",
    ],
  },
  hostname: {
    yes: ["www.example.com", "localhost", "1host", "xn--4gbwdl.xn--wgbh1c", `${long}.com`, "a-b.c"],
    no: [
      "",
      "-a.com",
      "a-.com",
      "a..b",
      ".a",
      "a.",
      "a_b.com",
      `${long}a.com`,
      "not_a_valid host",
      "a.com\n",
      `${`${long}.`.repeat(4)}com`,
      "例え.jp",
    ],
  },
  uri: {
    yes: [
      "http://foo.bar/?baz=qux#quux",
      "http://foo.com/blah_(wikipedia)_blah#cite-1",
      "http://foo.bar/?q=Test%20URL-encoded%20stuff",
      "http://xn--nw2a.xn--j6w193g/",
      "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com",
      "http://223.255.255.254",
      "ftp://ftp.is.co.za/rfc/rfc1808.txt",
      "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "mailto:John.Doe@example.com",
      "tel:+1-816-555-1212",
      "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
      "a:",
      "file:///etc/passwd",
      "https://[v1.a:b]/",
      "https://example.org:/",
    ],
    no: [
      "//foo.bar/?baz",
      "/abc",
      "\\\\WINDOWS\\fileshare",
      "abc",
      "http:// shouldfail.com",
      ":// should fail",
      "bar,baz:foo",
      "https://[@example.org/test.txt",
      "http://[12345::]/",
      "http://[1:2:3:4:5:6:7]/",
      "http://[::1",
      "https://example.org/foobar\\.txt",
      "https://example.org/foobar<>.txt",
      "https://example.org/foobar{}.txt",
      "https://example.org/foobar^.txt",
      "https://example.org/foobar`.txt",
      "https://example.org/foo bar.txt",
      "https://example.org/foobar|.txt",
      "https://example.org/100%",
      "https://example.org/%zz",
      "https://[::1/",
      "http://a:8a/",
      "http://ex.org/ü",
      "http://a/#a#b",
      "1http://a",
      "",
      "http://a\n",
    ],
  },
  ipv4: {
    yes: ["192.168.0.1", "0.0.0.0", "255.255.255.255"],
    no: [
      "127.0.0.0.1",
      "256.256.256.256",
      "127.0",
      "0x7f000001",
      "2130706433",
      "087.10.0.1",
      "192.168.1.0/24",
      "1২7.0.0.1",
      "1.2.3.4\n",
    ],
  },
  ipv6: {
    yes: [
      "::1",
      "::",
      "::abef",
      "::42:ff:1",
      "d6::",
      "1:d6::42",
      "1::d6:192.168.0.1",
      "1:2::192.168.0.1",
      "::ffff:192.168.0.1",
      "1:2:3:4:5:6:7:8",
      "1000:1000:1000:1000:1000:1000:255.255.255.255",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8",
    ],
    no: [
      "12345::",
      "1:1:1:1:1:1:1:1:1",
      "1:1:1:1:1:1:1",
      "::laptop",
      ":2:3:4:5:6:7:8",
      "1:2:3:4:5:6:7:",
      ":2:3:4::8",
      "1::d6::42",
      "1::2:192.168.256.1",
      "1::2:192.168.ff.1",
      "1:2:3:4:5:::8",
      "1:2:3:4:1.2.3",
      "1.2.3.4::",
      "1:2:3:4:5:6:7::8:9",
      "  ::1",
      "fe80::/64",
      "fe80::a%eth1",
      "1",
      "",
      ":",
      "1:2:3:4:5:6:7:৪",
    ],
  },
  int32: { yes: [0, -2147483648, 2147483647], no: [2147483648, -2147483649, 1.5, Number.NaN] },
  int64: {
    yes: [0, Number.MAX_SAFE_INTEGER, 2 ** 63, -(2 ** 63)],
    no: [1e19, -1e19, 0.5],
  },
};

describe("formats", () => {
  for (const [name, { yes, no }] of Object.entries(cases)) {
    it.each(yes)(`${name} takes %j`, (value) => {
      expect(matchesFormat(name, value)).toBe(true);
    });
    it.each(no)(`${name} refuses %j`, (value) => {
      expect(matchesFormat(name, value)).toBe(false);
    });
  }

  it("says nothing about a format that is not in the table, or a value of another type", () => {
    expect(matchesFormat("color", "x")).toBe(true);
    expect(matchesFormat("toString", "x")).toBe(true);
    expect(matchesFormat("uuid", 5)).toBe(true);
    expect(matchesFormat("int32", "x")).toBe(true);
  });

  it.each(Object.keys(cases) as FormatName[])("%s works from its source text alone", (name) => {
    const format = formats[name];
    const text =
      format instanceof RegExp
        ? `(v) => /${format.source}/${format.flags}.test(v)`
        : format.toString();
    // Evaluated in the global scope, where no name of this module exists.
    const alone: (value: unknown) => boolean = new Function(`return ${text}`)();
    for (const value of cases[name].yes) expect(alone(value)).toBe(true);
    for (const value of cases[name].no) expect(alone(value)).toBe(false);
  });

  it.each([
    ["email", `${"a.".repeat(500_000)}@`],
    ["email", `"${"\\a".repeat(500_000)}`],
    ["uri", `http://${"a:@".repeat(500_000)} `],
    ["uri", `a:${"%20/".repeat(500_000)} `],
    ["uri", `http://h/${"/a".repeat(2_000_000)}`],
    ["hostname", `${"a-".repeat(500_000)}`],
    ["byte", "A".repeat(8_000_000)],
    ["byte", `${"A".repeat(4_000_000)}-`],
    ["ipv6", "1:".repeat(500_000)],
    ["date-time", `2020-01-01T00:00:00.${"1".repeat(1_000_000)}`],
  ])("%s answers for a very long text", (name, value) => {
    expect(typeof matchesFormat(name, value)).toBe("boolean");
  });
});
