import type { ComponentChildren } from "preact";
import { lengthOf } from "./draft.js";

/** Attributes that tie a control to its label, counter and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly error: string | undefined;
  readonly control: (attributes: ControlAttributes) => ComponentChildren;
}

/** A labelled control with a counter of its characters and the error that the API gave for it. */
export function Field({ name, label, value, maxLength, error, control }: FieldProps) {
  const length = lengthOf(value);
  const counterId = `${name}-counter`;
  const errorId = `${name}-error`;
  return (
    <div class="field">
      <div class="field-head">
        <label for={name}>{label}</label>
        <span id={counterId} class="counter" data-over={length > maxLength}>
          {length} / {maxLength}
          <span class="visually-hidden"> characters</span>
        </span>
      </div>
      {control({
        id: name,
        name,
        "aria-invalid": error !== undefined,
        "aria-describedby": error === undefined ? counterId : `${errorId} ${counterId}`,
      })}
      {error !== undefined && (
        <p id={errorId} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
