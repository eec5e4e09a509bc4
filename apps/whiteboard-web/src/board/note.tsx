import type { ComponentChildren } from "preact";
import type { Message, NewMessage } from "../api.js";
import { exactTime, relativeTime } from "./relative-time.js";
import { initialOf, tintOf } from "./tint.js";

/** One message. Everything that people wrote is a text node; markup in it is shown as it was typed. */
export function Note({ message, now }: { readonly message: Message; readonly now: Date }) {
  const createdAt = new Date(message.createdAt);
  return (
    <li tabIndex={-1}>
      <article class="note" data-tint={tintOf(message.author)}>
        <NoteHead author={message.author}>
          <time dateTime={message.createdAt} title={exactTime(createdAt)}>
            {relativeTime(createdAt, now)}
          </time>
        </NoteHead>
        <p class="note-text" dir="auto">
          {message.text}
        </p>
      </article>
    </li>
  );
}

/** What is being posted, shown before the API has answered. */
export function SendingNote({ words }: { readonly words: NewMessage }) {
  return (
    <li>
      <article class="note sending" data-tint={tintOf(words.author)} aria-busy="true">
        <NoteHead author={words.author}>
          <span class="sending-label">Posting…</span>
        </NoteHead>
        <p class="note-text" dir="auto">
          {words.text}
        </p>
      </article>
    </li>
  );
}

interface NoteHeadProps {
  readonly author: string;
  readonly children: ComponentChildren;
}

function NoteHead({ author, children }: NoteHeadProps) {
  return (
    <header class="note-head">
      <span class="badge" aria-hidden="true">
        {initialOf(author)}
      </span>
      <h3 dir="auto">{author}</h3>
      {children}
    </header>
  );
}
