import { useEffect, useRef, useState } from "preact/hooks";
import { count, describeFailure, type Failure } from "../failure.js";
import { useNow } from "../live/use-now.js";
import { Note, SendingNote } from "./note.js";
import type { BoardControls } from "./use-board.js";

type BoardProps = Omit<BoardControls, "post">;

/** The messages, newest first, and every state that they can be in. */
export function Board({ state, sending, loadOlder, showWaiting, retry }: BoardProps) {
  const { phase, messages, waiting, failure } = state;
  const now = useNow();
  const section = useRef<HTMLElement>(null);

  function showNewest() {
    showWaiting();
    section.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  return (
    <section ref={section} id="messages" class="board" aria-labelledby="board-title" tabIndex={-1}>
      <h2 id="board-title">Latest messages</h2>
      {waiting.length > 0 && (
        <button type="button" class="waiting" onClick={showNewest}>
          <span aria-hidden="true">↑ </span>
          {count(waiting.length, "new message")}
        </button>
      )}
      {phase === "loading" && <Skeleton />}
      {phase === "failed" && failure && <LoadFailure failure={failure} retry={retry} />}
      {phase === "ready" && messages.length === 0 && !sending && (
        <div class="notice">
          <p class="notice-title">Nothing here yet.</p>
          <p>Be the first to write on the board.</p>
        </div>
      )}
      {(sending || messages.length > 0) && (
        <ul class="notes">
          {sending && <SendingNote key="sending" words={sending} />}
          {messages.map((message) => (
            <Note key={message.id} message={message} now={now} />
          ))}
        </ul>
      )}
      {phase === "ready" && <Older state={state} loadOlder={loadOlder} section={section} />}
    </section>
  );
}

interface LoadFailureProps {
  readonly failure: Failure;
  readonly retry: () => void;
}

/** Why there is nothing to see. Every attempt that does not succeed brings a new failure. */
function LoadFailure({ failure, retry }: LoadFailureProps) {
  const [tried, setTried] = useState<Failure | null>(null);
  const isTrying = tried === failure;

  function tryAgain() {
    if (isTrying) return;
    setTried(failure);
    retry();
  }

  return (
    <div class="notice">
      <p role="alert">{describeFailure(failure)}</p>
      <button type="button" class="button" aria-disabled={isTrying} onClick={tryAgain}>
        {isTrying ? "Trying…" : "Try again"}
      </button>
    </div>
  );
}

interface OlderProps extends Pick<BoardControls, "state" | "loadOlder"> {
  readonly section: { readonly current: HTMLElement | null };
}

/** Asks for older messages. When the last of them have come, the button goes and the first of them gets the focus. */
function Older({ state, loadOlder, section }: OlderProps) {
  const { olderCursor, older, messages } = state;
  const firstNewIndex = useRef<number | null>(null);

  useEffect(() => {
    if (older !== "idle" || firstNewIndex.current === null) return;
    const notes = section.current?.querySelectorAll<HTMLElement>(".notes > li");
    if (olderCursor === undefined) notes?.[firstNewIndex.current]?.focus();
    firstNewIndex.current = null;
  }, [older, olderCursor, section]);

  function load() {
    if (older === "loading") return;
    firstNewIndex.current = messages.length;
    void loadOlder();
  }

  if (olderCursor === undefined) {
    return messages.length > 0 ? <p class="the-end">That is everything.</p> : null;
  }
  return (
    <div class="older">
      {older === "failed" && <p role="alert">Older messages could not be loaded.</p>}
      <button type="button" class="button" aria-disabled={older === "loading"} onClick={load}>
        {older === "loading" ? "Loading…" : older === "failed" ? "Try again" : "Load older"}
      </button>
    </div>
  );
}

function Skeleton() {
  return (
    <>
      <p class="visually-hidden">Loading messages…</p>
      <div class="notes" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((key) => (
          <div key={key} class="note skeleton" />
        ))}
      </div>
    </>
  );
}
