import { useEffect, useRef, useState } from "preact/hooks";
import { describeFailure, type Failure } from "../failure.js";
import { loadAuthor, saveAuthor } from "./author.js";
import { type Attempt, AUTHOR_MAX_LENGTH, nextAttempt, TEXT_MAX_LENGTH } from "./draft.js";
import { Field } from "./field.js";
import { type DraftErrors, type FieldName, toDraftErrors } from "./field-errors.js";

interface ComposerProps {
  readonly post: (attempt: Attempt) => Promise<Failure | null>;
}

/**
 * Where messages are written. The API alone decides what is right; this shows its answer at the fields. What
 * was typed stays until it is on the board.
 */
export function Composer({ post }: ComposerProps) {
  const [author, setAuthor] = useState(loadAuthor);
  const [text, setText] = useState("");
  const [errors, setErrors] = useState<DraftErrors>({});
  const [isPosting, setPosting] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const attempt = useRef<Attempt | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (refusals === 0) return;
    const firstWrong = '[aria-invalid="true"], [role="alert"]';
    form.current?.querySelector<HTMLElement>(firstWrong)?.focus();
  }, [refusals]);

  async function submit(event: Event) {
    event.preventDefault();
    if (isPosting) return;
    setPosting(true);
    attempt.current = nextAttempt({ author: author.trim(), text: text.trim() }, attempt.current);
    const failure = await post(attempt.current);
    setPosting(false);
    if (failure) {
      setErrors(toErrors(failure));
      setRefusals((number) => number + 1);
      return;
    }
    attempt.current = null;
    saveAuthor(author.trim());
    // What was typed while the message was on its way stays.
    setText((current) => (current === text ? "" : current));
    setErrors({});
    form.current?.querySelector("textarea")?.focus();
  }

  function edit(field: FieldName, value: string) {
    if (field === "author") setAuthor(value);
    else setText(value);
    if (errors[field] !== undefined) setErrors(without(errors, field));
  }

  function onKeyDown(event: KeyboardEvent) {
    const isSubmit = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isSubmit && !event.isComposing) void submit(event);
  }

  return (
    <form
      ref={form}
      class="composer"
      aria-labelledby="composer-title"
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <h2 id="composer-title">Write on the board</h2>
      <Field
        name="author"
        label="Your name"
        value={author}
        maxLength={AUTHOR_MAX_LENGTH}
        error={errors.author}
        control={(attributes) => (
          <input
            {...attributes}
            type="text"
            autocomplete="nickname"
            required
            value={author}
            onInput={(event) => edit("author", event.currentTarget.value)}
          />
        )}
      />
      <Field
        name="text"
        label="Message"
        value={text}
        maxLength={TEXT_MAX_LENGTH}
        error={errors.text}
        control={(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            required
            value={text}
            onInput={(event) => edit("text", event.currentTarget.value)}
          />
        )}
      />
      {errors.form !== undefined && (
        <p class="form-error" role="alert" tabIndex={-1}>
          {errors.form}
        </p>
      )}
      <div class="composer-foot">
        <p class="hint">
          <kbd>{isApple() ? "⌘" : "Ctrl"}</kbd> <kbd>Enter</kbd> posts
        </p>
        <button type="submit" class="button primary" aria-disabled={isPosting}>
          {isPosting ? "Posting…" : "Post"}
        </button>
      </div>
    </form>
  );
}

function toErrors(failure: Failure): DraftErrors {
  const isFieldError = failure.kind === "refused" && failure.problem.status === 400;
  return isFieldError
    ? toDraftErrors(failure.problem)
    : { form: `${describeFailure(failure)} Your message is still here.` };
}

function without(errors: DraftErrors, field: FieldName): DraftErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field));
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
