import { describe, expect, it } from "vitest";
import type { Message } from "../api.js";
import { type BoardAction, type BoardState, emptyBoard, reduceBoard } from "./board-state.js";

function message(id: string): Message {
  return { id, author: "Ada", text: id, createdAt: "2026-03-02T09:00:00.000Z" };
}

function page(ids: string, nextCursor?: string) {
  const messages = [...ids].map(message);
  return nextCursor ? { messages, nextCursor } : { messages };
}

function refreshed(ids: string, nextCursor?: string, isReading = false): BoardAction {
  return { kind: "refreshed", page: page(ids, nextCursor), isReading };
}

function board(...actions: readonly BoardAction[]): BoardState {
  return actions.reduce(reduceBoard, emptyBoard);
}

function shown({ messages }: BoardState): string {
  return messages.map(({ id }) => id).join("");
}

const unreachable = { kind: "refreshFailed", failure: { kind: "unreachable" } } as const;

describe("the board", () => {
  it("is loading until the first answer", () => {
    expect(board().phase).toBe("loading");
    expect(board(refreshed("")).phase).toBe("ready");
  });

  it("has failed when the first answer does not come, and recovers", () => {
    expect(board(unreachable).phase).toBe("failed");
    expect(board(unreachable, refreshed("a"))).toMatchObject({
      phase: "ready",
      failure: undefined,
    });
  });

  it("keeps its messages when a later refresh fails", () => {
    const state = board(refreshed("a"), unreachable);
    expect(state).toMatchObject({ phase: "ready", failure: { kind: "unreachable" } });
    expect(shown(state)).toBe("a");
  });

  it("puts new messages on top", () => {
    expect(shown(board(refreshed("ba"), refreshed("dcba")))).toBe("dcba");
  });

  it("holds new messages back while somebody reads, and shows them on demand", () => {
    const state = board(refreshed("ba"), refreshed("cba", undefined, true), {
      ...refreshed("dcba", undefined, true),
    });
    expect(shown(state)).toBe("ba");
    expect(state.waiting.map(({ id }) => id)).toEqual(["d", "c"]);
    expect(shown(reduceBoard(state, { kind: "waitingShown" }))).toBe("dcba");
  });

  it("shows what was held back with the next refresh at the top", () => {
    const state = board(refreshed("a"), refreshed("ba", undefined, true), refreshed("ba"));
    expect(shown(state)).toBe("ba");
    expect(state.waiting).toEqual([]);
  });

  it("drops messages that have been deleted", () => {
    expect(shown(board(refreshed("dcba"), refreshed("dba")))).toBe("dba");
    expect(shown(board(refreshed("a"), refreshed("")))).toBe("");
  });

  it("keeps older messages that a refresh does not reach", () => {
    const older: BoardAction = { kind: "olderLoaded", cursor: "c1", page: page("ba") };
    const state = board(refreshed("dc", "c1"), older, refreshed("ed", "d1"));
    expect(shown(state)).toBe("edcba");
    expect(state.olderCursor).toBeUndefined();
  });

  it("goes on behind the oldest message that is shown", () => {
    const state = board(refreshed("dc", "c1"), refreshed("ed", "d1"));
    expect(state.olderCursor).toBe("c1");
  });

  it("starts anew when so much was written that a refresh does not reach what is shown", () => {
    const state = board(refreshed("ba", "a1"), refreshed("zy", "y1", true));
    expect(shown(state)).toBe("zy");
    expect(state.olderCursor).toBe("y1");
  });

  it("ignores older messages for a board that has been replaced meanwhile", () => {
    const state = board(refreshed("dc", "c1"), { kind: "olderAsked" }, refreshed("zy", "y1"), {
      kind: "olderLoaded",
      cursor: "c1",
      page: page("ba"),
    });
    expect(shown(state)).toBe("zy");
    expect(state.older).toBe("idle");
  });

  it("shows an own message at once and only once", () => {
    const posted: BoardAction = { kind: "posted", message: message("c") };
    expect(shown(board(refreshed("ba"), posted, refreshed("cba")))).toBe("cba");
    expect(shown(board(refreshed("cba"), posted))).toBe("cba");
  });

  it("puts an own message below one that was written later", () => {
    const posted: BoardAction = { kind: "posted", message: message("c") };
    const state = board(refreshed("a"), refreshed("da", undefined, true), posted);
    expect(shown(state)).toBe("dca");
  });
});
