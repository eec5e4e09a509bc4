import { expect, it } from "vitest";
import { relativeTime } from "./relative-time.js";

const now = new Date(2026, 2, 20, 12, 0, 0);

it.each([
  [0, "just now"],
  [-5, "just now"],
  [44, "just now"],
  [45, "1 minute ago"],
  [5 * 60, "5 minutes ago"],
  [59 * 60, "59 minutes ago"],
  [60 * 60, "1 hour ago"],
  [3 * 60 * 60, "3 hours ago"],
  [24 * 60 * 60, "yesterday"],
  [3 * 24 * 60 * 60, "3 days ago"],
  [8 * 24 * 60 * 60, "Mar 12"],
  [400 * 24 * 60 * 60, "Feb 13, 2025"],
])("shows what was %i seconds ago as %s", (seconds, text) => {
  expect(relativeTime(new Date(now.getTime() - seconds * 1000), now)).toBe(text);
});
