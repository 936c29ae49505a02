import { type ReactNode, useId } from "react";

export interface ArchiveChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Its options. */
  readonly children: ReactNode;
}

/** One of a few, with its label above, as the fields beside it. */
export function ArchiveChoice({ label, value, onChange, children }: ArchiveChoiceProps) {
  const id = useId();
  return (
    <div className="archive-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
