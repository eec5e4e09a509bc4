import type { MessagesApi } from "./api.js";
import { Board } from "./board/board.js";
import { useBoard } from "./board/use-board.js";
import { Composer } from "./composer/composer.js";
import { Connection } from "./live/connection.js";
import { useAnnouncer } from "./live/use-announcer.js";
import { ThemeToggle } from "./theme/theme-toggle.js";

export function App({ api }: { readonly api: MessagesApi }) {
  const { announcement, announce } = useAnnouncer();
  const board = useBoard(api, announce);
  return (
    <>
      <a class="skip-link" href="#messages">
        Skip to the messages
      </a>
      <header class="masthead">
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
          <rect x="2" y="4" width="28" height="24" rx="5" />
          <path d="M8 20c3-9 5-9 5-3s2 6 4 1 3-6 3-1 2 4 5 1" />
        </svg>
        <h1>Whiteboard</h1>
        <Connection state={board.state} />
        <ThemeToggle />
      </header>
      <main class="layout">
        <Composer post={board.post} />
        <Board {...board} />
      </main>
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
    </>
  );
}
