import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import type { Telling } from "./notification-query.ts";

type Quiet = Telling["quiet"];

export interface QuietHoursProps {
  readonly quiet: Quiet;
  /** An IANA name. */
  readonly zone: string;
  readonly onChoose: (quiet: Quiet) => void;
}

/** What most people mean by night. */
const night = { from: "22:00", to: "07:00" };

export function QuietHours({ quiet, zone, onChoose }: QuietHoursProps) {
  const t = useTranslations("notify");
  return (
    <fieldset className="quiet">
      <legend>{t("quietTitle")}</legend>
      <p>{t("quietText", { zone: zone.replaceAll("_", " ") })}</p>
      <label>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={({ target }) => onChoose(target.checked ? night : null)}
        />
        {t("quietOn")}
      </label>
      {quiet && (
        <div className="quiet-times">
          <TimeField
            label={t("quietFrom")}
            time={quiet.from}
            onChoose={(from) => onChoose({ ...quiet, from })}
          />
          <TimeField label={t("quietTo")} time={quiet.to} onChoose={(to) => onChoose({ ...quiet, to })} />
        </div>
      )}
    </fieldset>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly time: string;
  readonly onChoose: (time: string) => void;
}

/** The browser gives "" while a time is half typed: that is nothing to keep. */
function TimeField({ label, time, onChoose }: TimeFieldProps) {
  return (
    <TextField
      label={label}
      type="time"
      required
      defaultValue={time}
      onChange={({ currentTarget: { value } }) => {
        if (value !== "" && value !== time) onChoose(value.slice(0, 5));
      }}
    />
  );
}
