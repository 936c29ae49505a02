import "./urgent.css";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { usePeople } from "../case/case-context.ts";
import type { CasePerson } from "../case/people.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/text-field.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { useRaising } from "./urgent-query.ts";

export interface RaiseUrgentProps {
  /** `record/<id>`, or an opinion's name. */
  readonly place: string;
  readonly onClose: () => void;
}

export function RaiseUrgent({ place, onClose }: RaiseUrgentProps) {
  const t = useTranslations("urgent");
  return (
    <Dialog isOpen onClose={onClose} title={t("title")} width={34}>
      <p className="urgent-text">
        {t("text")} <b>{t("textPhone")}</b>
      </p>
      <RaiseForm place={place} onRaised={onClose} />
    </Dialog>
  );
}

/** Whoever is beside the patient first. */
const order: readonly CasePerson["role"][] = ["referrer", "care-team", "coordinator", "specialist"];

function useWhom(): readonly CasePerson[] {
  return [...usePeople().values()]
    .filter(({ role, hasEnded, isOwn }) => order.includes(role) && !hasEnded && !isOwn)
    .toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
}

interface RaiseFormProps {
  readonly place: string;
  readonly onRaised: () => void;
}

/** A finding as it is being written. */
interface Draft {
  readonly what: string;
  readonly channel: string;
  readonly recipient: string | null;
  readonly second: string | null;
}

function RaiseForm({ place, onRaised }: RaiseFormProps) {
  const t = useTranslations("urgent");
  const whom = useWhom();
  const first = whom[0]?.seat ?? null;
  const [draft, setDraft] = useState<Draft>({ what: "", channel: "", recipient: first, second: null });
  const { mutate, isPending, error } = useRaising(onRaised);
  const { what, channel, recipient, second } = draft;
  if (recipient === null) return <Banner tone="warn" title={t("nobodyThere")} />;
  const send = (event: FormEvent) => {
    event.preventDefault();
    mutate({ place, what, channel: channel.trim() || null, recipient, second });
  };
  return (
    <form className="urgent-form" onSubmit={send}>
      <RaiseFields
        draft={draft}
        whom={whom}
        onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
      />
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notSent")} />}
      <div className="urgent-ways">
        <Button
          look="filled"
          type="submit"
          disabled={isPending}
          offReason={what.trim() === "" ? t("whatMissing") : undefined}
        >
          {t("send")}
        </Button>
      </div>
    </form>
  );
}

interface RaiseFieldsProps {
  readonly draft: Draft;
  readonly whom: readonly CasePerson[];
  readonly onChange: (changed: Partial<Draft>) => void;
}

function RaiseFields({ draft: { what, channel, recipient, second }, whom, onChange }: RaiseFieldsProps) {
  const t = useTranslations("urgent");
  return (
    <>
      <What what={what} onChange={(words) => onChange({ what: words })} />
      <PersonChoice
        legend={t("recipient")}
        people={whom}
        chosen={recipient}
        onChoose={(seat) => onChange({ recipient: seat, ...(seat === second && { second: null }) })}
      />
      <PersonChoice
        legend={t("second")}
        hint={t("secondHint")}
        people={whom.filter(({ seat }) => seat !== recipient)}
        chosen={second}
        onChoose={(seat) => onChange({ second: seat })}
        nobody={t("nobody")}
      />
      <TextField
        label={t("channel")}
        hint={t("channelHint")}
        maxLength={500}
        value={channel}
        onChange={({ currentTarget }) => onChange({ channel: currentTarget.value })}
      />
    </>
  );
}

interface WhatProps {
  readonly what: string;
  readonly onChange: (what: string) => void;
}

function What({ what, onChange }: WhatProps) {
  const t = useTranslations("urgent");
  const id = useId();
  return (
    <div className="urgent-what">
      <label htmlFor={id}>{t("what")}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        required
        maxLength={2000}
        value={what}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}
