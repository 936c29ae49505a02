import "./choice-button.css";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";

export interface ChoiceButtonProps<Value extends string> {
  /** What is chosen, for a screen reader: what is seen are an icon and the choice. */
  readonly label: string;
  /** A Tabler icon at 1 rem. */
  readonly icon: ReactNode;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of many where there is little room: looks like a small button, and opens the device's own list. */
export function ChoiceButton<Value extends string>({
  label,
  icon,
  options,
  value,
  onChoose,
}: ChoiceButtonProps<Value>) {
  return (
    <span className="choice-button">
      {icon}
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <IconChevronDown size="1rem" stroke={1.75} aria-hidden />
    </span>
  );
}
