import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import { wordsOf } from "./field-value.ts";

/** A choice that opens a field; no seat's id looks like it. */
const other = "other";

export interface OwnerInputProps {
  /** A seat's id, or a name. */
  readonly owner: unknown;
  readonly label: string;
  readonly onChoose: (owner: string | null) => void;
}

/** Who does it: somebody of the case by their seat, or a name where that person has none. */
export function OwnerInput({ owner, label, onChoose }: OwnerInputProps) {
  const t = useTranslations("opinion");
  const people = usePeople();
  const kept = wordsOf(owner);
  const [isNaming, setNaming] = useState(false);
  if (isNaming) {
    const choose = (name: string) => {
      setNaming(false);
      if (name !== kept) onChoose(name || null);
    };
    return <NameInput label={label} kept={people.has(kept) ? "" : kept} onChoose={choose} />;
  }
  const seated = [...people.values()].filter(({ hasEnded, seat }) => !hasEnded || seat === kept);
  return (
    <select
      className="field-input"
      aria-label={label}
      value={kept}
      onChange={({ currentTarget: { value } }) =>
        value === other ? setNaming(true) : onChoose(value || null)
      }
    >
      <option value="">{t("chooseOwner")}</option>
      {seated.map(({ seat, name }) => (
        <option key={seat} value={seat}>
          {name}
        </option>
      ))}
      {kept !== "" && !people.has(kept) && <option value={kept}>{kept}</option>}
      <option value={other}>{t("otherOwner")}</option>
    </select>
  );
}

interface NameInputProps {
  readonly label: string;
  readonly kept: string;
  readonly onChoose: (name: string) => void;
}

function NameInput({ label, kept, onChoose }: NameInputProps) {
  const t = useTranslations("opinion");
  return (
    <input
      className="field-input"
      aria-label={`${label}, ${t("ownerName")}`}
      defaultValue={kept}
      maxLength={1000}
      ref={(input) => input?.focus()}
      onBlur={({ currentTarget }) => onChoose(currentTarget.value.trim())}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") currentTarget.blur();
      }}
    />
  );
}
