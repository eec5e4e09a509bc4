// Written by embedded-code.test.ts from runtime.ts and the formats of @gatewright/contract. Do not edit it.
import type { FormatName } from "@gatewright/contract";
import type { RuntimeName } from "./runtime.js";

/** Source text of each function of `runtime.ts`. */
export const runtimeCode: Readonly<Record<RuntimeName, string>> = {
  "addError": `function addError(errors, instancePath, keyword, params) {
    const error = { instancePath, keyword, params };
    if (errors === null) return [error];
    errors.push(error);
    return errors;
  }`,
  "characterCount": `function characterCount(text) {
    let count = text.length;
    for (let index = 0; index < text.length - 1; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= 55296 && unit <= 56319 && (text.charCodeAt(index + 1) & 64512) === 56320) {
        count -= 1;
        index += 1;
      }
    }
    return count;
  }`,
  "isEqual": `function isEqual(one, other) {
    if (one === other) return true;
    if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every(
      (name) => Object.hasOwn(other, name) && isEqual(Reflect.get(one, name), Reflect.get(other, name))
    );
  }`,
  "equalItems": `function equalItems(items) {
    const text = (value) => {
      if (Array.isArray(value)) return \`[\${value.map(text).join()}]\`;
      if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
      const members = Object.entries(value).map(
        ([name, inner]) => \`\${JSON.stringify(name)}:\${text(inner)}\`
      );
      return \`{\${members.sort().join()}}\`;
    };
    const seen = /* @__PURE__ */ new Map();
    for (const [index, item] of items.entries()) {
      const key = text(item);
      const first = seen.get(key);
      if (first !== void 0) return [index, first];
      seen.set(key, index);
    }
    return null;
  }`,
  "isMultipleOf": `function isMultipleOf(value, divisor) {
    if (value % divisor === 0) return true;
    if (!Number.isFinite(value)) return false;
    const decimal = (number) => {
      const [digits = "0", exponent = "0"] = String(number).split("e");
      const [whole = "0", fraction = ""] = digits.split(".");
      return [BigInt(whole + fraction), Number(exponent) - fraction.length];
    };
    const [dividend, dividendPower] = decimal(value);
    const [step, stepPower] = decimal(divisor);
    const shift = dividendPower - stepPower;
    const scale = 10n ** BigInt(Math.abs(shift));
    return shift >= 0 ? dividend * scale % step === 0n : dividend % (step * scale) === 0n;
  }`,
};

/** Source text of each format: a function or a regular expression. */
export const formatCode: Readonly<Record<FormatName, string>> = {
  "byte": `(value) => value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value)`,
  "date": `/^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/`,
  "date-time": `(value) => {
    if (!/^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$/.test(
      value
    )) {
      return false;
    }
    if (value.charCodeAt(17) !== 54) {
      return true;
    }
    const local = Number(value.slice(11, 13)) * 60 + Number(value.slice(14, 16));
    const zone = /([+-])(\\d\\d):(\\d\\d)$/.exec(value);
    const offset = zone ? Number(\`\${zone[1]}1\`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    return (local - offset + 2880) % 1440 === 1439;
  }`,
  "email": `(value) => {
    const at = value.lastIndexOf("@");
    const domain = value.slice(at + 1);
    if (at < 1 || at > 64 || domain.length > 255 || !/^(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+)*|"(?:[ !#-[\\]-~]|\\\\[ -~])*")$/.test(
      value.slice(0, at)
    )) {
      return false;
    }
    if (!domain.startsWith("[")) {
      return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(
        domain
      );
    }
    const v4 = /^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}$/;
    const isIpv6 = (text) => {
      const halves = text.split("::");
      const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
      const hasV4 = !text.endsWith("::") && v4.test(groups.at(-1) ?? "");
      const count = groups.length + (hasV4 ? 1 : 0);
      return (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) && groups.slice(0, hasV4 ? -1 : groups.length).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
    };
    const literal = domain.endsWith("]") ? domain.slice(1, -1) : "";
    return v4.test(literal) || literal.startsWith("IPv6:") && isIpv6(literal.slice(5));
  }`,
  "hostname": `(value) => value.length <= 253 && /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/.test(
    value
  )`,
  "int32": `(value) => Number.isInteger(value) && value >= -2147483648 && value <= 2147483647`,
  "int64": `(value) => Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63`,
  "ipv4": `/^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}$/`,
  "ipv6": `(value) => {
    const halves = value.split("::");
    const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
    const hasV4 = !value.endsWith("::") && /^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}$/.test(
      groups.at(-1) ?? ""
    );
    const count = groups.length + (hasV4 ? 1 : 0);
    return (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) && groups.slice(0, hasV4 ? -1 : groups.length).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
  }`,
  "time": `(value) => {
    if (!/^(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$/.test(
      value
    )) {
      return false;
    }
    if (value.charCodeAt(6) !== 54) {
      return true;
    }
    const local = Number(value.slice(0, 2)) * 60 + Number(value.slice(3, 5));
    const zone = /([+-])(\\d\\d):(\\d\\d)$/.exec(value);
    const offset = zone ? Number(\`\${zone[1]}1\`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
    return (local - offset + 2880) % 1440 === 1439;
  }`,
  "uri": `(value) => {
    const match = /^[A-Za-z][A-Za-z0-9+.-]*:(?:\\/\\/(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\\[([^[\\]]*)\\]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::\\d*)?(?:\\/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?|\\/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?|[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?(?:#[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?$/.exec(
      value
    );
    if (!match || /%(?![0-9A-Fa-f]{2})/.test(value)) {
      return false;
    }
    const literal = match[1];
    if (literal === void 0 || /^[Vv][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+$/.test(literal)) {
      return true;
    }
    const halves = literal.split("::");
    const groups = halves.flatMap((half) => half === "" ? [] : half.split(":"));
    const hasV4 = !literal.endsWith("::") && /^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}$/.test(
      groups.at(-1) ?? ""
    );
    const count = groups.length + (hasV4 ? 1 : 0);
    return (halves.length === 1 ? count === 8 : halves.length === 2 && count < 8) && groups.slice(0, hasV4 ? -1 : groups.length).every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
  }`,
  "uuid": `/^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$/`,
};
