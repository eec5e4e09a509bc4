/** Crockford's base 32: digits and capital letters without I, L, O and U, in ASCII order. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export interface UlidSources {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Sixteen numbers from 0 to 31. */
  readonly random: () => readonly number[];
}

/**
 * A function that answers ULIDs: 26 characters, 48 bits of time, then 80 random bits, so that text
 * order is order of creation. Every answer is greater than the one before, also within one
 * millisecond (the random part counts up) and when the clock steps back (the last time is kept).
 * When the random part of a millisecond is used up, the next millisecond begins early.
 */
export function createUlid({
  now = Date.now,
  random = randomDigits,
}: Partial<UlidSources> = {}): () => string {
  let lastTime = -1;
  let digits: number[] = [];
  return () => {
    const time = now();
    if (time > lastTime) {
      lastTime = time;
      digits = [...random()];
    } else if (!increment(digits)) {
      lastTime += 1;
      digits = [...random()];
    }
    return encodeTime(lastTime) + digits.map((digit) => ALPHABET.charAt(digit)).join("");
  };
}

/** True for text in the form of a ULID: capital letters, a time that fits into 48 bits. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** Milliseconds since 1970 that a ULID holds. */
export function ulidTime(ulid: string): number {
  let time = 0;
  for (const character of ulid.slice(0, TIME_LENGTH)) {
    time = time * 32 + ALPHABET.indexOf(character);
  }
  return time;
}

/** Adds one to a base-32 number in place; false when it has wrapped to zero. */
function increment(digits: number[]): boolean {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] ?? 0;
    if (digit < 31) {
      digits[index] = digit + 1;
      return true;
    }
    digits[index] = 0;
  }
  return false;
}

function encodeTime(time: number): string {
  let text = "";
  for (let rest = time; text.length < TIME_LENGTH; rest = Math.floor(rest / 32)) {
    text = ALPHABET.charAt(rest % 32) + text;
  }
  return text;
}

function randomDigits(): readonly number[] {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_LENGTH));
  return Array.from(bytes, (byte) => byte & 31);
}
