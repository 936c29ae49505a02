import { type Item, type ItemField, itemsOf } from "@consilium/workspace";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useDesk } from "../desk-context.ts";
import { choices, type FieldLook, isChoiceField } from "./item-forms.ts";
import { OwnerInput } from "./owner-input.tsx";
import { useFieldText, useChoiceText } from "./use-field-text.ts";
import { useItemEdits } from "./use-item-edits.ts";

export interface FieldInputProps {
  readonly item: Item;
  readonly field: ItemField;
  readonly look: FieldLook;
  readonly label: string;
  /** The words that the item is about, as large as text. */
  readonly isMain?: boolean;
}

/** One scalar field. The last one who sets it wins, so it is written when it is left, not with each key. */
export function FieldInput(props: FieldInputProps) {
  const { item, field, look, isMain = false } = props;
  const { isEditable } = useDesk();
  const textOf = useFieldText();
  if (!isEditable)
    return <p className={isMain ? "field-main" : undefined}>{textOf(field, item.scalar(field))}</p>;
  switch (look) {
    case "words":
    case "year":
    case "day":
      return <Words {...props} />;
    case "choice":
      return <Choice {...props} />;
    case "person":
      return <OwnerInput {...props} />;
    case "flag":
      return <Flag {...props} />;
    case "citations":
      return <Citations {...props} />;
  }
}

const inputTypes = { words: "text", year: "number", day: "date" } as const;

function Words({ item, field, look, label, isMain = false }: FieldInputProps) {
  const { set } = useItemEdits();
  const kept = item.scalar(field);
  const shown = kept === undefined || kept === null ? "" : String(kept);
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const keep = () => {
    if (draft !== shown) set(item.id, field, valueOf(draft.trim(), look));
  };
  const type = look === "year" || look === "day" ? inputTypes[look] : inputTypes.words;
  return (
    <input
      className={isMain ? "field-input field-main" : "field-input"}
      type={type}
      aria-label={label}
      value={draft}
      maxLength={1000}
      size={isMain ? undefined : Math.min(40, Math.max(6, draft.length))}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === "Enter") keep();
        if (key === "Escape") setDraft(shown);
      }}
    />
  );
}

function valueOf(words: string, look: FieldLook): string | number | null {
  if (words === "") return null;
  return look === "year" ? Math.max(0, Math.trunc(Number(words))) : words;
}

function Choice({ item, field, label }: FieldInputProps) {
  const t = useTranslations("opinion");
  const choiceText = useChoiceText();
  const { set } = useItemEdits();
  const kept = String(item.scalar(field) ?? "");
  const offered: readonly string[] = isChoiceField(field) ? choices[field] : [];
  const all = kept === "" || offered.includes(kept) ? offered : [...offered, kept];
  return (
    <select
      className="field-input"
      aria-label={label}
      value={kept}
      onChange={({ currentTarget }) => set(item.id, field, currentTarget.value || null)}
    >
      <option value="">{t("notSaid")}</option>
      {all.map((value) => (
        <option key={value} value={value}>
          {choiceText(field, value)}
        </option>
      ))}
    </select>
  );
}

function Flag({ item, field, label }: FieldInputProps) {
  const { set } = useItemEdits();
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={item.scalar(field) === true}
      onChange={({ currentTarget }) => set(item.id, field, currentTarget.checked)}
    />
  );
}

/** Which sources a recommendation rests on, by their numbers. */
function Citations({ item, field, label }: FieldInputProps) {
  const t = useTranslations("opinion");
  const { doc } = useDesk();
  const { set } = useItemEdits();
  const kept = item.scalar(field);
  const chosen = Array.isArray(kept) ? kept.map(String) : [];
  const sources = itemsOf(doc, "citation");
  if (sources.length === 0) return <b>{t("notSaid")}</b>;
  const toggle = (id: string) =>
    set(item.id, field, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <span className="citation-choice" role="group" aria-label={label}>
      {sources.map(({ id, scalar }, at) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen.includes(id)}
          aria-label={`${at + 1}: ${String(scalar("title") ?? "")}`}
          title={String(scalar("title") ?? "")}
          onClick={() => toggle(id)}
        >
          {at + 1}
        </button>
      ))}
    </span>
  );
}
