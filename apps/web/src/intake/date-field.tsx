import { type DateBounds, type DateFault, readTypedDate, type TypedDate } from "@consilium/clinical";
import { type FocusEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Glyph } from "../design/glyph.tsx";
import { TextField } from "../design/text-field.tsx";

export interface DateFieldProps {
  readonly label: string;
  /** `2024`, `2024-05` or `2024-05-03`; null: none. */
  readonly value: string | null;
  readonly bounds: DateBounds;
  readonly onChange: (value: string | null) => void;
  /** What was typed is no date that can be kept; undefined: it is. */
  readonly onFault?: (fault: DateFault | undefined) => void;
}

const typedOf = (value: string | null): TypedDate => {
  const [year = "", month = "", day = ""] = (value ?? "").split("-");
  return { day, month, year };
};

/** Day, month and year, as exact as they are known. What does not fit is said here, and stays as it was typed until it is mended. */
export function DateField({ label, value, bounds, ...told }: DateFieldProps) {
  const t = useTranslations("intake");
  const id = useId();
  const { typed, type, fault, leave } = useTypedDate({ value, bounds, ...told });
  return (
    <fieldset className="intake-date" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{label}</legend>
      <div className="intake-date-parts">
        {(["day", "month", "year"] as const).map((part) => (
          <TextField
            key={part}
            isLarge
            label={t(part)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={part === "year" ? 4 : 2}
            value={typed[part]}
            onChange={({ currentTarget }) => type({ [part]: currentTarget.value })}
            onBlur={leave}
          />
        ))}
      </div>
      {fault && (
        <p className="intake-date-fault" id={`${id}-fault`} role="alert">
          <Glyph name="must" /> {t(`dateFault.${fault}`)}
        </p>
      )}
    </fieldset>
  );
}

function useTypedDate({ value, bounds, onChange, onFault }: Omit<DateFieldProps, "label">) {
  const [draft, setDraft] = useState<TypedDate>();
  const [isLeft, setLeft] = useState(false);
  const typed = draft ?? typedOf(value);
  const read = readTypedDate(typed, bounds);
  const type = (part: Partial<TypedDate>) => {
    const next = { ...typed, ...part };
    setDraft(next);
    const now = readTypedDate(next, bounds);
    onFault?.(now.ok ? undefined : now.fault);
    if (now.ok && now.date !== value) onChange(now.date);
  };
  // Half a date is no fault while somebody types the rest.
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    const fields = currentTarget.closest("fieldset");
    if (!fields?.contains(relatedTarget)) setLeft(true);
  };
  return { typed, type, fault: isLeft && !read.ok ? read.fault : undefined, leave };
}
