import {
  type EntryField,
  type IntakeEntry,
  type IntakeList,
  intakeLists,
  type StillAnswer,
} from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { DateField } from "./date-field.tsx";
import { EntryLine } from "./entry-line.tsx";
import { useBounds } from "./use-bounds.ts";

export interface EntryFormProps {
  readonly list: IntakeList;
  readonly entry: IntakeEntry;
  /** From 1. */
  readonly n: number;
  readonly isNew: boolean;
  readonly onChange: (fields: IntakeEntry["fields"]) => void;
  readonly onRemove: () => void;
  readonly onFault: (isFaulty: boolean) => void;
}

/** One thing of a list: its lines, and how it goes again. */
export function EntryForm({ list, entry, n, onRemove, ...edits }: EntryFormProps) {
  const t = useTranslations("intake");
  const name = entry.fields.name ?? "";
  return (
    <li className="intake-entry" aria-label={t("entry", { list: t(`list.${list}`), n })}>
      <EntryFields list={list} entry={entry} {...edits} />
      <Button look="quiet" onClick={onRemove}>
        {name.trim() === "" ? t("removeEmpty") : t("remove", { name })}
      </Button>
    </li>
  );
}

type FieldsProps = Pick<EntryFormProps, "list" | "entry" | "isNew" | "onChange" | "onFault">;

export function EntryFields({ list, entry, isNew, onChange, onFault }: FieldsProps) {
  const t = useTranslations("intake");
  const bounds = useBounds();
  const fields: readonly EntryField[] = intakeLists[list];
  const set = (field: EntryField, value: string | null) => {
    const { [field]: _before, ...others } = entry.fields;
    onChange(value === null ? others : { ...others, [field]: value });
  };
  return fields.map((field) =>
    field === "on" || field === "from" || field === "to" ? (
      <DateField
        key={field}
        label={t(`field.${field}`, { list })}
        value={entry.fields[field] ?? null}
        bounds={list === "treatments" && field === "to" ? { ...bounds, ahead: "may" } : bounds}
        onChange={(date) => set(field, date)}
        onFault={(fault) => onFault(fault !== undefined)}
      />
    ) : (
      <EntryLine
        key={field}
        list={list}
        field={field}
        value={entry.fields[field] ?? ""}
        isNew={isNew && field === "name"}
        onChange={(value) => set(field, value)}
      />
    ),
  );
}

/** As it stands in the document. */
export const entryValue = (
  fields: IntakeEntry["fields"],
  of: { readonly record: string | null; readonly still: StillAnswer | null },
) => ({
  ...fields,
  ...(of.record !== null && { record: of.record }),
  ...(of.still !== null && { still: of.still }),
});
