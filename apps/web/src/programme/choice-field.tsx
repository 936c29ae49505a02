import { useId } from "react";

export interface ChoiceFieldProps {
  readonly label: string;
  /** Shown while nothing is chosen. */
  readonly empty?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of many, by the device's own list. */
export function ChoiceField({ label, empty, options, value, onChoose }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="programme-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {empty !== undefined && (
          <option value="" disabled>
            {empty}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
