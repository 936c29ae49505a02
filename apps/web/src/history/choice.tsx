export interface ChoiceProps {
  /** For a screen reader: what is chosen. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}

/** One of many: the browser's own list, which every telephone and screen reader knows. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className="history-choice"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
