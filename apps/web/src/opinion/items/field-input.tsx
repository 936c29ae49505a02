import { isIdentifier, readIdentifier } from "@consilium/clinical";
import { type Item, type ItemField, itemsOf } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isWrongIdentifier } from "../citations/wrong-identifier.ts";
import { useDesk } from "../desk-context.ts";
import { wordsOf } from "./field-value.ts";
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
  const { set } = useItemEdits();
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
      return (
        <OwnerInput
          owner={item.scalar(field)}
          label={props.label}
          onChoose={(owner) => set(item.id, field, owner)}
        />
      );
    case "flag":
      return <Flag {...props} />;
    case "citations":
      return <Citations {...props} />;
  }
}

const inputTypes = { words: "text", year: "number", day: "date" } as const;

function Words({ item, field, look, label, isMain = false }: FieldInputProps) {
  const { set } = useItemEdits();
  const shown = wordsOf(item.scalar(field));
  // What somebody is typing into the field; undefined: nobody is.
  const [draft, setDraft] = useState<string>();
  const value = draft ?? shown;
  const keep = () => {
    if (value !== shown) set(item.id, field, valueOf(value.trim(), look, field));
    setDraft(undefined);
  };
  return (
    <input
      className={isMain ? "field-input field-main" : "field-input"}
      type={look === "year" || look === "day" ? inputTypes[look] : inputTypes.words}
      aria-label={label}
      aria-invalid={isWrongIdentifier(field, shown) || undefined}
      value={value}
      maxLength={1000}
      size={isMain ? undefined : Math.min(40, Math.max(6, value.length))}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === "Enter") keep();
        if (key === "Escape") setDraft(undefined);
      }}
    />
  );
}

/** An identifier in its usual form; one that is none stays as it was typed, and is told beside it. */
function valueOf(words: string, look: FieldLook, field: string): string | number | null {
  if (words === "") return null;
  if (isIdentifier(field)) return readIdentifier(field, words) ?? words;
  return look === "year" ? Math.max(0, Math.trunc(Number(words))) : words;
}

function Choice({ item, field, label }: FieldInputProps) {
  const t = useTranslations("opinion");
  const choiceText = useChoiceText();
  const { set } = useItemEdits();
  const kept = wordsOf(item.scalar(field));
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
    <fieldset className="citation-choice" aria-label={label}>
      {sources.map(({ id, scalar }, at) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen.includes(id)}
          aria-label={`${at + 1}: ${wordsOf(scalar("title"))}`}
          title={wordsOf(scalar("title"))}
          onClick={() => toggle(id)}
        >
          {at + 1}
        </button>
      ))}
    </fieldset>
  );
}
