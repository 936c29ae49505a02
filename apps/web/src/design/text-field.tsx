import "./text-field.css";
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { Glyph } from "./glyph.tsx";

export interface TextFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "className" | "style" | "id"
> {
  readonly label: string;
  /** Where the place says it already, as below a thread: heard, not seen. */
  readonly isLabelHidden?: boolean;
  /** Below the label: what is asked for, in words. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  /** Inside the field, at its end. */
  readonly end?: ReactNode;
  /** 50 px and larger text: the patient's screens and sign-in. */
  readonly isLarge?: boolean;
}

export function TextField({
  label,
  hint,
  error,
  end,
  isLarge = false,
  isLabelHidden = false,
  ...input
}: TextFieldProps) {
  const id = useId();
  return (
    <div className="text-field" data-large={isLarge || undefined}>
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <div className="text-field-box">
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
          }
        />
        {end}
      </div>
      {error && (
        <p className="text-field-error" id={`${id}-error`}>
          <Glyph name="must" /> {error}
        </p>
      )}
    </div>
  );
}
