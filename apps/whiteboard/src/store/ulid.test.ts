import { describe, expect, it } from "vitest";
import { createUlid, isUlid, ulidTime } from "./ulid.js";

const zeros = () => Array<number>(16).fill(0);

describe("createUlid", () => {
  it("writes the time in ten characters and the random part in sixteen", () => {
    const ulid = createUlid({ now: () => 1_469_918_176_385, random: zeros });
    expect(ulid()).toBe("01ARYZ6S410000000000000000");
  });

  it("counts the random part up within one millisecond", () => {
    const ulid = createUlid({ now: () => 0, random: zeros });
    expect([ulid(), ulid()]).toEqual([`${"0".repeat(26)}`, `${"0".repeat(25)}1`]);
  });

  it("carries into the next digit", () => {
    const random = () => [...Array<number>(15).fill(0), 31];
    const ulid = createUlid({ now: () => 0, random });
    expect([ulid(), ulid()]).toEqual([`${"0".repeat(25)}Z`, `${"0".repeat(24)}10`]);
  });

  it("begins the next millisecond early when the random part is used up", () => {
    const parts = [Array<number>(16).fill(31), zeros()];
    const ulid = createUlid({ now: () => 0, random: () => parts.shift() ?? zeros() });
    expect([ulid(), ulid(), ulid()]).toEqual([
      `0000000000${"Z".repeat(16)}`,
      `0000000001${"0".repeat(16)}`,
      `0000000001${"0".repeat(15)}1`,
    ]);
  });

  it("stays greater than the one before when the clock steps back", () => {
    const times = [1000, 400, 1001];
    const ulid = createUlid({ now: () => times.shift() ?? 0, random: zeros });
    const made = [ulid(), ulid(), ulid()];
    expect([...made].sort()).toEqual(made);
    expect(made.map(ulidTime)).toEqual([1000, 1000, 1001]);
  });

  it("makes ten thousand distinct ULIDs in order from the system's clock and randomness", () => {
    const ulid = createUlid();
    const made = Array.from({ length: 10_000 }, ulid);
    expect(made.every(isUlid)).toBe(true);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(10_000);
  });
});

describe("isUlid", () => {
  it.each([
    ["lower case", "01aryz6s410000000000000000"],
    ["a letter outside the alphabet", "01ARYZ6S41000000000000000U"],
    ["25 characters", "01ARYZ6S41000000000000000"],
    ["27 characters", "01ARYZ6S4100000000000000000"],
    ["a time beyond 48 bits", "81ARYZ6S410000000000000000"],
    ["a line end behind it", "01ARYZ6S410000000000000000\n"],
  ])("refuses %s", (_, text) => {
    expect(isUlid(text)).toBe(false);
  });
});
