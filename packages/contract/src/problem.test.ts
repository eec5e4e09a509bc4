import { describe, expect, it } from "vitest";
import { createProblem, PROBLEM_MEDIA_TYPE, withRequestId } from "./problem.js";

describe("createProblem", () => {
  it("is about:blank with the status's own title unless told otherwise", () => {
    expect(createProblem({ status: 409 })).toEqual({
      type: "about:blank",
      title: "Conflict",
      status: 409,
    });
    expect(createProblem({ status: 499 })).toMatchObject({ title: "Error" });
    const own = { type: "https://a.example/taken", title: "Taken", status: 409, detail: "d" };
    expect(createProblem(own)).toEqual(own);
  });
});

describe("withRequestId", () => {
  it("adds the id to a Problem that has none, and to nothing else", () => {
    const problem = { title: "Conflict", status: 409 };
    expect(withRequestId(PROBLEM_MEDIA_TYPE, problem, "r")).toEqual({ ...problem, requestId: "r" });
    expect(withRequestId(PROBLEM_MEDIA_TYPE, { requestId: "own" }, "r")).toEqual({
      requestId: "own",
    });
    expect(withRequestId("application/json", problem, "r")).toBe(problem);
    expect(withRequestId(PROBLEM_MEDIA_TYPE, undefined, "r")).toBeUndefined();
  });
});
