import { useId } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import type { CasePerson } from "../../case/people.ts";
import { Avatar } from "../../design/avatar.tsx";
import { TextField } from "../../design/text-field.tsx";

/** Whoever is beside the patient first: they have the records, or know who has. */
const order: readonly CasePerson["role"][] = ["referrer", "care-team", "patient"];

/** Whom one can ask, but not oneself. */
export function useAskable(): readonly CasePerson[] {
  const { people } = useCase();
  return [...people.values()]
    .filter(({ role, hasEnded, isOwn }) => order.includes(role) && !hasEnded && !isOwn)
    .toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

interface Whom {
  /** A seat; null: nobody of the case. */
  readonly of: string | null;
  readonly from: string;
}

export interface AskWhomProps extends Whom {
  readonly onChange: (changed: Partial<Whom>) => void;
}

export function AskWhom({ of, from, onChange }: AskWhomProps) {
  const t = useTranslations("inventory");
  const name = useId();
  const choice = (seat: string | null) => ({
    type: "radio",
    name,
    checked: of === seat,
    onChange: () => onChange({ of: seat }),
  });
  return (
    <fieldset className="ask-whom">
      <legend>{t("askOf")}</legend>
      <div>
        {useAskable().map((person) => (
          <label key={person.seat}>
            <input {...choice(person.seat)} />
            <Avatar person={person} size={20} isDecoration />
            {person.name}
          </label>
        ))}
        <label>
          <input {...choice(null)} />
          {t("somebodyElse")}
        </label>
      </div>
      {of === null && (
        <TextField
          label={t("from")}
          hint={t("fromHint")}
          maxLength={500}
          value={from}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
