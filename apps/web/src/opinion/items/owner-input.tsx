import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import type { FieldInputProps } from "./field-input.tsx";
import { useItemEdits } from "./use-item-edits.ts";

const other = "other";

/** Who does it: somebody of the case by their seat, or a name where that person has none. */
export function OwnerInput({ item, field, label }: FieldInputProps) {
  const t = useTranslations("opinion");
  const people = usePeople();
  const { set } = useItemEdits();
  const kept = String(item.scalar(field) ?? "");
  const [isNaming, setNaming] = useState(false);
  const seated = [...people.values()].filter(({ hasEnded, seat }) => !hasEnded || seat === kept);
  const isOutside = kept !== "" && !people.has(kept);
  const choose = (value: string) => {
    setNaming(value === other);
    if (value !== other) set(item.id, field, value || null);
  };
  if (isNaming) {
    return (
      <input
        className="field-input"
        aria-label={`${label}, ${t("ownerName")}`}
        defaultValue={isOutside ? kept : ""}
        maxLength={1000}
        ref={(input) => input?.focus()}
        onBlur={({ currentTarget }) => {
          setNaming(false);
          if (currentTarget.value.trim() !== kept) set(item.id, field, currentTarget.value.trim() || null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    );
  }
  return (
    <select
      className="field-input"
      aria-label={label}
      value={kept}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="">{t("chooseOwner")}</option>
      {seated.map(({ seat, name }) => (
        <option key={seat} value={seat}>
          {name}
        </option>
      ))}
      {isOutside && <option value={kept}>{kept}</option>}
      <option value={other}>{t("otherOwner")}</option>
    </select>
  );
}
