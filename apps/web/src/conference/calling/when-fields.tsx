import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { TextField } from "../../design/text-field.tsx";
import { instantOf } from "../../follow-up/instant-of.ts";
import { longest, shortest } from "./planned.ts";
import { zoneWords } from "./use-zone-words.ts";

/** When and how long, as it is being filled in. */
export interface PlannedTime {
  /** Of the field for a day and a time. */
  readonly time: string;
  readonly minutes: string;
}

export interface WhenFieldsProps {
  readonly given: PlannedTime;
  /** It begins now: only how long is asked. */
  readonly isNow?: boolean;
  readonly onGive: (more: Partial<PlannedTime>) => void;
}

/** On one's own clock; where the case is looked after on another one, both are said. */
export function WhenFields({ given: { time, minutes }, isNow = false, onGive }: WhenFieldsProps) {
  const t = useTranslations("conferences.form");
  const zone = useTimeZone() ?? "UTC";
  return (
    <>
      {!isNow && (
        <>
          <TextField
            label={t("time")}
            hint={t("timeHint", { zone: zoneWords(zone) })}
            type="datetime-local"
            value={time}
            onChange={({ currentTarget }) => onGive({ time: currentTarget.value })}
          />
          <ThereToo at={instantOf(time, zone)} />
        </>
      )}
      <TextField
        label={t("minutes")}
        type="number"
        inputMode="numeric"
        min={shortest}
        max={longest}
        step={5}
        value={minutes}
        onChange={({ currentTarget }) => onGive({ minutes: currentTarget.value })}
      />
    </>
  );
}

function ThereToo({ at }: { readonly at: Date | undefined }) {
  const t = useTranslations("conferences.form");
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const { zone: theirs } = useCase().detail.organisation;
  const say = (timeZone: string) => at && format.dateTime(at, "deadline", { timeZone });
  if (!at || say(theirs) === say(zone)) return null;
  return <p className="conference-there">{t("there", { zone: zoneWords(theirs), at: say(theirs) ?? "" })}</p>;
}
