import "./follow-up.css";
import { type FormEvent, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Segmented } from "../design/segmented.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { instantOf } from "./instant-of.ts";
import { useAnswerVisit, type VisitAnswer, type VisitWish } from "./use-follow-up.ts";

export interface AnswerVisitDialogProps {
  readonly visit: VisitWish;
  readonly onClose: () => void;
}

/** With a time, or with why it is not possible. */
export function AnswerVisitDialog({ visit, onClose }: AnswerVisitDialogProps) {
  const t = useTranslations("followUp.visit");
  const say = useTranslations("followUp");
  const zone = useTimeZone() ?? "UTC";
  const [given, setGiven] = useState<Given>({ state: "planned", time: "", words: "" });
  const { mutate, isPending, error } = useAnswerVisit(visit.id, onClose);
  const { state, words } = given;
  const planned = state === "planned" ? instantOf(given.time, zone) : undefined;
  const off = offReason(state, planned, words);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (off || isPending) return;
    mutate({ state, planned: planned?.toISOString() ?? null, answer: words.trim() || null });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("answerTitle")}>
      <form className="follow-up-form" onSubmit={send}>
        <p>{t("about", { why: visit.why, times: visit.times })}</p>
        <Fields given={given} zone={zone} onGive={(more) => setGiven((now) => ({ ...now, ...more }))} />
        <RefusedLine error={error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look="filled" offReason={off && say(`visit.off.${off}`)}>
            {t("send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Given {
  readonly state: VisitAnswer["state"];
  /** Of the field for a day and a time. */
  readonly time: string;
  readonly words: string;
}

interface FieldsProps {
  readonly given: Given;
  readonly zone: string;
  readonly onGive: (more: Partial<Given>) => void;
}

function Fields({ given: { state, time, words }, zone, onGive }: FieldsProps) {
  const t = useTranslations("followUp.visit");
  const say = useTranslations("followUp");
  return (
    <>
      <Segmented
        label={t("way")}
        options={(["planned", "not-possible"] as const).map((value) => ({
          value,
          label: say(`visit.ways.${value}`),
        }))}
        value={state}
        onChange={(value) => onGive({ state: value })}
      />
      {state === "planned" && (
        <TextField
          label={t("time")}
          hint={t("timeHint", { zone })}
          type="datetime-local"
          value={time}
          onChange={({ currentTarget }) => onGive({ time: currentTarget.value })}
        />
      )}
      <TextField
        label={state === "planned" ? t("word") : t("because")}
        value={words}
        maxLength={2000}
        onChange={({ currentTarget }) => onGive({ words: currentTarget.value })}
      />
    </>
  );
}

function offReason(
  state: VisitAnswer["state"],
  planned: Date | undefined,
  words: string,
): "time" | "why" | undefined {
  if (state === "planned") return planned ? undefined : "time";
  return words.trim() === "" ? "why" : undefined;
}
