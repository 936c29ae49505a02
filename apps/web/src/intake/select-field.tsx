import { useId } from "react";

export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  /** Shown while nothing is chosen. */
  readonly empty: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | "";
  readonly onChoose: (value: Value) => void;
}

/** One of many, by the device's own list. */
export function SelectField<Value extends string>({
  label,
  empty,
  options,
  value,
  onChoose,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className="intake-select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        <option value="" disabled>
          {empty}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
