import type { BoardState } from "../board/board-state.js";

/** Whether what is shown is up to date. The live region tells changes of it, so this is only looked at. */
export function Connection({ state }: { readonly state: BoardState }) {
  if (state.phase === "loading") return <span class="connection">Connecting…</span>;
  return state.failure ? (
    <span class="connection" data-state="lost">
      Offline
    </span>
  ) : (
    <span class="connection" data-state="live">
      Live
    </span>
  );
}
