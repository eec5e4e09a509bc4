import { useCallback, useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { MessagesApi, NewMessage } from "../api.js";
import type { Attempt } from "../composer/draft.js";
import { count, type Failure, refused } from "../failure.js";
import { type Poll, startPolling } from "../live/poll.js";
import { type BoardState, emptyBoard, type MessagePage, reduceBoard } from "./board-state.js";

export const PAGE_SIZE = 20;
export const REFRESH_MS = 5_000;
const MAX_REFRESH_MS = 60_000;
/** Further down than this somebody reads, and new messages are held back. */
const READING_PX = 240;

export interface BoardControls {
  readonly state: BoardState;
  /** The words that are on their way. */
  readonly sending: NewMessage | null;
  /** Resolves with why it did not work, or with null. */
  readonly post: (attempt: Attempt) => Promise<Failure | null>;
  readonly loadOlder: () => Promise<void>;
  readonly showWaiting: () => void;
  readonly retry: () => void;
}

/** The board's state, kept up to date from the API; what a screen reader should hear goes to `announce`. */
export function useBoard(api: MessagesApi, announce: (text: string) => void): BoardControls {
  const [state, dispatch] = useReducer(reduceBoard, emptyBoard);
  const [sending, setSending] = useState<NewMessage | null>(null);
  const poll = useRef<Poll | null>(null);
  const newestOwnId = useRef("");

  useEffect(() => {
    poll.current = startPolling({
      intervalMs: REFRESH_MS,
      maxIntervalMs: MAX_REFRESH_MS,
      async task(signal) {
        const result = await loadPage(api, {}, signal);
        if (signal.aborted) return { isDone: false };
        if ("failure" in result) {
          dispatch({ kind: "refreshFailed", failure: result.failure });
          return { isDone: false, retryAfterMs: retryAfterMs(result.failure) };
        }
        const isReading = window.scrollY > READING_PX;
        dispatch({ kind: "refreshed", page: result.page, isReading });
        return { isDone: true };
      },
    });
    return () => poll.current?.stop();
  }, [api]);

  useAnnouncements(state, newestOwnId, announce);

  const post = useCallback(
    async ({ words, idempotencyKey }: Attempt): Promise<Failure | null> => {
      setSending(words);
      try {
        const headers = { "idempotency-key": idempotencyKey };
        const answer = await api.postMessage({ body: words, headers });
        if (answer.status !== 201) return refused(answer);
        newestOwnId.current = answer.body.id;
        dispatch({ kind: "posted", message: answer.body });
        announce("Your message is on the board.");
        poll.current?.now();
        return null;
      } catch {
        return { kind: "unreachable" };
      } finally {
        setSending(null);
      }
    },
    [api, announce],
  );

  const { olderCursor } = state;
  const loadOlder = useCallback(async () => {
    if (olderCursor === undefined) return;
    dispatch({ kind: "olderAsked" });
    const result = await loadPage(api, { cursor: olderCursor });
    if ("failure" in result) {
      dispatch({ kind: "olderFailed" });
      return;
    }
    dispatch({ kind: "olderLoaded", cursor: olderCursor, page: result.page });
    announce(`${count(result.page.messages.length, "older message")} loaded.`);
  }, [api, announce, olderCursor]);

  const showWaiting = useCallback(() => dispatch({ kind: "waitingShown" }), []);
  const retry = useCallback(() => poll.current?.now(), []);
  return { state, sending, post, loadOlder, showWaiting, retry };
}

type PageResult = { readonly page: MessagePage } | { readonly failure: Failure };

/** SDK calls resolve with every answer that the contract declares, and throw when there is none. */
async function loadPage(
  api: MessagesApi,
  query: { readonly cursor?: string },
  signal?: AbortSignal,
): Promise<PageResult> {
  try {
    const options = signal ? { signal } : {};
    const answer = await api.listMessages({ query: { limit: PAGE_SIZE, ...query } }, options);
    return answer.status === 200 ? { page: answer.body } : { failure: refused(answer) };
  } catch {
    return { failure: { kind: "unreachable" } };
  }
}

function retryAfterMs(failure: Failure): number {
  return failure.kind === "refused" ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
}

/** Says what others wrote, and when the connection is lost and found. */
function useAnnouncements(
  { phase, messages, waiting, failure }: BoardState,
  newestOwnId: { readonly current: string },
  announce: (text: string) => void,
): void {
  const newestId = waiting[0]?.id ?? messages[0]?.id ?? "";
  const heard = useRef<{ newestId: string; isLost: boolean } | null>(null);
  const isLost = failure !== undefined;

  useEffect(() => {
    if (phase !== "ready") return;
    const last = heard.current;
    heard.current = { newestId, isLost };
    if (!last) return;
    const fresh = [...waiting, ...messages].filter(
      ({ id }) => id > last.newestId && id !== newestOwnId.current,
    );
    if (last.isLost !== isLost) announce(isLost ? "Connection lost." : "Connected again.");
    else if (fresh.length > 0) announce(`${count(fresh.length, "new message")}.`);
  }, [phase, newestId, isLost, waiting, messages, newestOwnId, announce]);
}
