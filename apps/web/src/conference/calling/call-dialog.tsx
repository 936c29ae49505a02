import "./calling.css";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useMemo, useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { useCase, usePeople } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { type Called, useCallConference } from "./conferences-query.ts";
import { longest, type Missing, minutesOf, plannedOf, shortest } from "./planned.ts";
import { fieldOf, nextQuarter } from "./wall-field.ts";
import { type PlannedTime, WhenFields } from "./when-fields.tsx";
import { suggested, whoCanCome } from "./who-can-come.ts";
import { WhoComes } from "./who-comes.tsx";

export interface CallDialogProps {
  /** It begins at once, and whoever calls it goes in. */
  readonly isNow?: boolean;
  /** A time that was agreed on already. */
  readonly at?: Date | undefined;
  readonly onClose: () => void;
}

/** A conference on this case: when, how long, and who is asked to come. */
export function CallDialog({ isNow = false, at, onClose }: CallDialogProps) {
  const t = useTranslations("conferences.form");
  const people = usePeople();
  const [given, give] = useGiven(at);
  const canCome = useMemo(() => whoCanCome(people.values()), [people]);
  const [chosen, choose] = useState(() => suggested(canCome));
  const { mutate, isPending, error } = useCallConference(useAfter(isNow, onClose));
  const off = useOff(given, isNow);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if ("is" in off || isPending) return;
    mutate({ ...off, invited: [...chosen] });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t(isNow ? "titleNow" : "title")}>
      <form className="conference-form" onSubmit={send}>
        <WhenFields given={given} isNow={isNow} onGive={give} />
        <WhoComes legend={t("who")} people={canCome} chosen={chosen} onChoose={choose} />
        <p className="conference-quiet">{t("whoHint")}</p>
        <RefusedLine error={error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="filled" offReason={"is" in off ? off.is : undefined}>
            {t(isNow ? "start" : "plan")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Half an hour, unless somebody says otherwise. */
const usual = "30";

function useGiven(at: Date | undefined) {
  const zone = useTimeZone() ?? "UTC";
  const now = useNow();
  const [given, setGiven] = useState<PlannedTime>(() => ({
    time: fieldOf(at ?? nextQuarter(now), zone),
    minutes: usual,
  }));
  const give = (more: Partial<PlannedTime>) => setGiven((before) => ({ ...before, ...more }));
  return [given, give] as const;
}

/** Whoever starts one goes in; whoever plans one stays. */
function useAfter(isNow: boolean, onClose: () => void) {
  const navigate = useNavigate();
  const { caseId } = useCase();
  return (conferenceId: string) => {
    onClose();
    if (isNow)
      void navigate({ to: "/cases/$caseId/conference/$conferenceId", params: { caseId, conferenceId } });
  };
}

/** What is to be sent, or why it cannot be yet. */
function useOff(given: PlannedTime, isNow: boolean): Omit<Called, "invited"> | { readonly is: string } {
  const say = useMissing();
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  if (isNow) {
    const minutes = minutesOf(given.minutes);
    return minutes === undefined ? { is: say("minutes") } : { startsAt: null, minutes };
  }
  const planned = plannedOf(given, zone, now);
  return typeof planned === "string" ? { is: say(planned) } : planned;
}

export function useMissing(): (missing: Missing) => string {
  const t = useTranslations("conferences.form.off");
  return (missing) => (missing === "minutes" ? t(missing, { least: shortest, most: longest }) : t(missing));
}
