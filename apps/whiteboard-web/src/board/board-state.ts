import type { Message } from "../api.js";
import type { Failure } from "../failure.js";

/** What the API answers to `listMessages`. */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly nextCursor?: string;
}

/** The board as it is shown. Messages are newest first everywhere. */
export interface BoardState {
  readonly phase: "loading" | "failed" | "ready";
  readonly messages: readonly Message[];
  /** Newer messages that are held back while somebody reads further down. */
  readonly waiting: readonly Message[];
  /** Where older messages begin; left out when there are none. */
  readonly olderCursor?: string | undefined;
  readonly older: "idle" | "loading" | "failed";
  /** Why the last refresh or the first load did not succeed. */
  readonly failure?: Failure | undefined;
}

export type BoardAction =
  | { readonly kind: "refreshed"; readonly page: MessagePage; readonly isReading: boolean }
  | { readonly kind: "refreshFailed"; readonly failure: Failure }
  | { readonly kind: "olderAsked" }
  | { readonly kind: "olderLoaded"; readonly cursor: string; readonly page: MessagePage }
  | { readonly kind: "olderFailed" }
  | { readonly kind: "waitingShown" }
  | { readonly kind: "posted"; readonly message: Message };

export const emptyBoard: BoardState = {
  phase: "loading",
  messages: [],
  waiting: [],
  older: "idle",
};

export function reduceBoard(state: BoardState, action: BoardAction): BoardState {
  switch (action.kind) {
    case "refreshed":
      return refresh({ ...state, failure: undefined }, action.page, action.isReading);
    case "refreshFailed":
      return {
        ...state,
        phase: state.phase === "ready" ? "ready" : "failed",
        failure: action.failure,
      };
    case "olderAsked":
      return { ...state, older: "loading" };
    case "olderLoaded":
      // The board may have been replaced while the answer was on its way.
      if (action.cursor !== state.olderCursor) return { ...state, older: "idle" };
      return {
        ...state,
        older: "idle",
        messages: [...state.messages, ...action.page.messages],
        olderCursor: action.page.nextCursor,
      };
    case "olderFailed":
      return { ...state, older: "failed" };
    case "waitingShown":
      return { ...state, messages: [...state.waiting, ...state.messages], waiting: [] };
    case "posted":
      return {
        ...state,
        phase: "ready",
        messages: newestFirst([action.message, ...state.waiting, ...state.messages]),
        waiting: [],
      };
  }
}

function refresh(state: BoardState, page: MessagePage, isReading: boolean): BoardState {
  const known = [...state.waiting, ...state.messages];
  const knownIds = new Set(known.map(({ id }) => id));
  const isConnected = !page.nextCursor || page.messages.some(({ id }) => knownIds.has(id));
  if (state.phase !== "ready" || !isConnected) {
    return {
      ...state,
      phase: "ready",
      messages: page.messages,
      waiting: [],
      olderCursor: page.nextCursor,
      older: "idle",
    };
  }
  const current = new Set(page.messages.map(({ id }) => id));
  const oldest = page.nextCursor ? (page.messages.at(-1)?.id ?? "") : "";
  const stillThere = ({ id }: Message) => id < oldest || current.has(id);
  const fresh = page.messages.filter(({ id }) => !knownIds.has(id));
  const messages = state.messages.filter(stillThere);
  const waiting = [...fresh, ...state.waiting.filter(stillThere)];
  const olderCursor = page.nextCursor ? state.olderCursor : undefined;
  return isReading
    ? { ...state, messages, waiting, olderCursor }
    : { ...state, messages: newestFirst([...waiting, ...messages]), waiting: [], olderCursor };
}

/** Ids are ULIDs, so that their order is the order of writing. */
function newestFirst(messages: readonly Message[]): readonly Message[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
