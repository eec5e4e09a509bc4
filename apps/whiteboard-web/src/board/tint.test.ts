import { expect, it } from "vitest";
import { initialOf, tintOf } from "./tint.js";

it("gives one author one colour, however the name is spelled", () => {
  expect(tintOf(" ada ")).toBe(tintOf("Ada"));
});

it("uses every colour", () => {
  const authors = Array.from({ length: 60 }, (_, number) => `author ${number}`);
  expect(new Set(authors.map(tintOf))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

it("takes the first character of a name, whole", () => {
  expect(["ada", " Grace", "🎉 team", "  "].map(initialOf)).toEqual(["A", "G", "🎉", "?"]);
});
