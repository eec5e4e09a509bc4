import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.js";

describe("nearestName", () => {
  it("finds a slip of one letter, a swap and another case", () => {
    expect(nearestName("integr", ["string", "integer"])).toBe("integer");
    expect(nearestName("titel", ["type", "title"])).toBe("title");
    expect(nearestName("NotFound", ["Notfound", "NotFoul"])).toBe("Notfound");
    expect(nearestName("operation-id", ["operationId"])).toBe("operationId");
  });

  it("suggests nothing when nothing is near", () => {
    expect(nearestName("colour", ["title", "type"])).toBeNull();
    expect(nearestName("x", [])).toBeNull();
  });

  it("never suggests the name itself", () => {
    expect(nearestName("type", ["type"])).toBeNull();
  });
});
