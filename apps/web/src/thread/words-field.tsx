import { type KeyboardEvent, type Ref, useId } from "react";

export interface WordsFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Ctrl Enter. */
  readonly onDone?: (() => void) | undefined;
  /** Escape. */
  readonly onLeave?: (() => void) | undefined;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly isFocused?: boolean;
}

/** A field for sentences; it grows with them. */
export function WordsField(props: WordsFieldProps) {
  const {
    label,
    isLabelHidden = false,
    value,
    onChange,
    onDone,
    onLeave,
    error,
    rows = 1,
    ref,
    isFocused,
  } = props;
  const id = useId();
  return (
    <div className="words-field">
      <label htmlFor={id} className={isLabelHidden ? "visually-hidden" : undefined}>
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={rows}
        value={value}
        dir="auto"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Opened by the person's own key or press, to write at once.
        autoFocus={isFocused}
        placeholder={isLabelHidden ? label : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => press(event, onDone, onLeave)}
      />
      {error && (
        <p id={`${id}-error`} className="words-field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function press(
  event: KeyboardEvent,
  onDone: WordsFieldProps["onDone"],
  onLeave: WordsFieldProps["onLeave"],
): void {
  const isDone = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  const act = isDone ? onDone : event.key === "Escape" ? onLeave : undefined;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
