const NAME = /^[!#$%&'*+.^_`|~0-9a-zA-Z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** True when a header of this name and value can be sent: no line breaks, nothing beyond Latin-1 (RFC 9110, section 5). */
export function canBeSent(name: string, value: string): boolean {
  return NAME.test(name) && VALUE.test(value);
}
