import { describe, expect, it } from "vitest";
import { count, describeFailure, refused } from "./failure.js";

const problem = { type: "about:blank", title: "Too Many Requests", status: 429 };

describe("describeFailure", () => {
  it("tells how long to wait when the API says so", () => {
    const failure = refused({ headers: { "retry-after": "2" }, body: problem });
    expect(describeFailure(failure)).toBe("The whiteboard is busy. Try again in 2 seconds.");
  });

  it("tells no time when the API gives none", () => {
    const failure = refused({ headers: {}, body: problem });
    expect(describeFailure(failure)).toBe("The whiteboard is busy. Try again in a moment.");
  });

  it("gives the request's id for a fault of the service", () => {
    const body = { ...problem, status: 500, title: "Internal Server Error", requestId: "r-1" };
    expect(describeFailure(refused({ headers: {}, body }))).toBe(
      "Something went wrong on our side. Quote r-1 when you report it.",
    );
  });

  it("says what the problem says otherwise", () => {
    const body = { ...problem, status: 409, title: "Conflict", detail: "Key was used." };
    expect(describeFailure(refused({ headers: {}, body }))).toBe("Key was used.");
  });
});

it("counts one and many", () => {
  expect([count(1, "message"), count(0, "message")]).toEqual(["1 message", "0 messages"]);
});
