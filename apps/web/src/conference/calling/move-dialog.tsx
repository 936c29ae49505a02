import "./calling.css";
import { type FormEvent, useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { useMissing } from "./call-dialog.tsx";
import { type Conference, useMoveConference } from "./conferences-query.ts";
import { plannedOf } from "./planned.ts";
import { fieldOf } from "./wall-field.ts";
import { type PlannedTime, WhenFields } from "./when-fields.tsx";

export interface MoveDialogProps {
  readonly conference: Conference;
  readonly onClose: () => void;
}

/** Another time for a conference that has not begun. */
export function MoveDialog({ conference, onClose }: MoveDialogProps) {
  const t = useTranslations("conferences.form");
  const say = useMissing();
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const [given, setGiven] = useState<PlannedTime>(() => ({
    time: fieldOf(new Date(conference.startsAt), zone),
    minutes: String(conference.minutes),
  }));
  const { mutate, isPending, error } = useMoveConference(conference.id, onClose);
  const planned = plannedOf(given, zone, now);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typeof planned !== "string" && !isPending) mutate(planned);
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("titleMove")}>
      <form className="conference-form" onSubmit={send}>
        <WhenFields given={given} onGive={(more) => setGiven((before) => ({ ...before, ...more }))} />
        <RefusedLine error={error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            look="filled"
            offReason={typeof planned === "string" ? say(planned) : undefined}
          >
            {t("move")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
