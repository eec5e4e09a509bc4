import { describe, expect, it } from "vitest";
import { toDraftErrors } from "./field-errors.js";

const refused = { type: "about:blank", title: "Bad Request", status: 400 };

describe("toDraftErrors", () => {
  it("puts each error at the field that its pointer names", () => {
    const errors = [
      { pointer: "/text", detail: "is required" },
      { pointer: "/author", detail: "must have at least 1 character" },
    ];
    expect(toDraftErrors({ ...refused, errors })).toEqual({
      text: "Is required.",
      author: "Must have at least 1 character.",
    });
  });

  it("keeps what belongs to no field", () => {
    const errors = [
      { pointer: "", detail: "must be an object" },
      { in: "header" as const, name: "Idempotency-Key", detail: "is too long" },
    ];
    expect(toDraftErrors({ ...refused, errors })).toEqual({
      form: "The message must be an object header Idempotency-Key is too long",
    });
  });

  it("does not take an inherited name for a field", () => {
    const errors = [{ pointer: "constructor", detail: "is unknown" }];
    expect(toDraftErrors({ ...refused, errors })).toEqual({ form: "constructor is unknown" });
  });

  it("shows the detail, else the title, when no place is given", () => {
    expect(toDraftErrors({ ...refused, detail: "No JSON." })).toEqual({ form: "No JSON." });
    expect(toDraftErrors(refused)).toEqual({ form: "Bad Request" });
  });
});
