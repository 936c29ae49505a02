import { type ReactNode, useState } from "react";
import { TextField } from "../design/text-field.tsx";

export interface LineFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  /** Characters. */
  readonly most: number;
  readonly autoComplete?: string;
  /** With each key (`soon`), and once it is left. */
  readonly onChange: (value: string, soon: boolean) => void;
}

/** A line that is kept as it is typed; what stands there changes under nobody's hands. */
export function LineField({ value, most, onChange, ...field }: LineFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...field}
      isLarge
      value={typed ?? value}
      maxLength={most}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(currentTarget.value, true);
      }}
      onBlur={() => {
        if (typed !== undefined) onChange(typed, false);
        setTyped(undefined);
      }}
    />
  );
}
