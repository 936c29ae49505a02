import "./follow-up.css";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { useAskForVisit, useFollowUp, useTakeBackVisit, type VisitWish } from "./use-follow-up.ts";

/** On the patient's home: asking for a visit by video, and what became of it. */
export function PatientVisit() {
  const t = useTranslations("followUp.visit");
  const { detail } = useCase();
  const { data } = useFollowUp();
  const heading = useId();
  const mayAsk = detail.commands.includes("ask for a visit");
  const last = data?.visits.at(-1);
  if (!data || (!mayAsk && !last)) return null;
  const isWaiting = last?.state === "open" || last?.state === "planned";
  return (
    <section className="follow-up-card" aria-labelledby={heading}>
      <h2 id={heading}>{t("title")}</h2>
      {last && <Standing visit={last} />}
      {last && isWaiting && mayAsk && <TakeBack visit={last} />}
      {!isWaiting && mayAsk && <Ask hasAsked={last !== undefined} />}
    </section>
  );
}

/** What became of the last wish. */
function Standing({ visit }: { readonly visit: VisitWish }) {
  const t = useTranslations("followUp.visit");
  const people = usePeople();
  const by = people.get(visit.answeredBy ?? "")?.name ?? "";
  const isClosed = useCase().detail.state === "closed";
  switch (visit.state) {
    case "open":
      return <output>{t(isClosed ? "wasOpen" : "waits", { at: new Date(visit.at) })}</output>;
    case "planned":
      return (
        <>
          <output>
            <b>{visit.planned === null ? "" : t("isPlanned", { at: new Date(visit.planned), by })}</b>
          </output>
          {visit.answer !== null && <p dir="auto">{visit.answer}</p>}
        </>
      );
    case "not-possible":
      return <output>{t("isNotPossible", { by, because: visit.answer ?? "" })}</output>;
    case "taken-back":
      return <output>{t("isTakenBack")}</output>;
  }
}

function TakeBack({ visit }: { readonly visit: VisitWish }) {
  const t = useTranslations("followUp.visit");
  const { mutate, isPending, error } = useTakeBackVisit(visit.id);
  return (
    <div>
      <Button look="quiet" disabled={isPending} onClick={() => mutate(undefined)}>
        {t("takeBack")}
      </Button>
      <RefusedLine error={error} />
    </div>
  );
}

function Ask({ hasAsked }: { readonly hasAsked: boolean }) {
  const t = useTranslations("followUp.visit");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <AskForm onLeave={() => setOpen(false)} />;
  return (
    <>
      {!hasAsked && <p>{t("lede")}</p>}
      <div>
        <Button size="wide" onClick={() => setOpen(true)}>
          {hasAsked ? t("askAgain") : t("ask")}
        </Button>
      </div>
    </>
  );
}

function AskForm({ onLeave }: { readonly onLeave: () => void }) {
  const t = useTranslations("followUp.visit");
  const [why, setWhy] = useState("");
  const [times, setTimes] = useState("");
  const { mutate, isPending, error } = useAskForVisit(onLeave);
  const off = useOffReason(why, times);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) mutate({ why: why.trim(), times: times.trim() });
  };
  return (
    <form className="follow-up-form" onSubmit={send}>
      <TextField
        isLarge
        label={t("why")}
        value={why}
        maxLength={2000}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <TextField
        isLarge
        label={t("times")}
        hint={t("timesHint")}
        value={times}
        maxLength={2000}
        onChange={({ currentTarget }) => setTimes(currentTarget.value)}
      />
      <RefusedLine error={error} />
      <div className="dialog-actions">
        <Button look="quiet" onClick={onLeave}>
          {t("cancel")}
        </Button>
        <Button type="submit" look="filled" offReason={off}>
          {t("sendWish")}
        </Button>
      </div>
    </form>
  );
}

/** What is still to be written, in words. */
function useOffReason(why: string, times: string): string | undefined {
  const say = useTranslations("followUp");
  if (why.trim() === "") return say("visit.off.why");
  return times.trim() === "" ? say("visit.off.times") : undefined;
}
