import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Poll, type PollResult, startPolling } from "./poll.js";

let poll: Poll;
let isHidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});
afterEach(() => {
  poll.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function start(answer: () => PollResult = () => ({ isDone: true })) {
  const task = vi.fn(async (_signal: AbortSignal) => answer());
  poll = startPolling({ task, intervalMs: 1000, maxIntervalMs: 5000 });
  return task;
}

function show(visible: boolean) {
  isHidden = !visible;
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("startPolling", () => {
  it("asks at once and then at every interval", async () => {
    const task = start();
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(task).toHaveBeenCalledTimes(4);
  });

  it("waits twice as long after every failure, up to the longest wait", async () => {
    const times: number[] = [];
    const begin = Date.now();
    start(() => {
      times.push(Date.now() - begin);
      return { isDone: false };
    });
    await vi.advanceTimersByTimeAsync(17_000);
    expect(times).toEqual([0, 2000, 6000, 11_000, 16_000]);
  });

  it("returns to the interval after a success", async () => {
    const answers = [{ isDone: false }, { isDone: true }];
    const task = start(() => answers.shift() ?? { isDone: true });
    await vi.advanceTimersByTimeAsync(2000 + 1000);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it("does not ask earlier than the server wants", async () => {
    const task = start(() => ({ isDone: false, retryAfterMs: 8000 }));
    await vi.advanceTimersByTimeAsync(7999);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it("asks nothing while the page is hidden, and at once when it is shown again", async () => {
    const task = start();
    await vi.advanceTimersByTimeAsync(500);
    show(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(task).toHaveBeenCalledTimes(1);
    show(true);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it("aborts a round that `now` overtakes, and keeps one rhythm", async () => {
    const task = start();
    poll.now();
    expect(task.mock.calls[0]?.[0].aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it("stops", async () => {
    const task = start();
    poll.stop();
    show(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
