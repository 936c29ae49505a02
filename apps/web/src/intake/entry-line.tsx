import { type EntryField, type IntakeList, longestAnswer } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";

export interface EntryLineProps {
  readonly list: IntakeList;
  readonly field: Exclude<EntryField, "on" | "from" | "to">;
  readonly value: string;
  /** It was asked for a moment ago. */
  readonly isNew: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of an entry, in the document with each key: a page that is left loses none. */
export function EntryLine({ list, field, value, isNew, onChange }: EntryLineProps) {
  const t = useTranslations("intake");
  return (
    <TextField
      isLarge
      label={t(`field.${field}`, { list })}
      value={value}
      maxLength={longestAnswer}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- They pressed "Add": the line is what they asked for.
      autoFocus={isNew}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
