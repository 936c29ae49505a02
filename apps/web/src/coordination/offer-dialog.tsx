import { dayAt, dayIn, instantIn } from "@consilium/foundation";
import { type FormEvent, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Segmented } from "../design/segmented.tsx";
import { TextField } from "../design/text-field.tsx";
import type { Candidate } from "./coordination-api.ts";
import { useOffer } from "./use-triage.ts";

export interface OfferDialogProps {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** As what, until when, with which words. All but the words is chosen beforehand. */
export function OfferDialog({ candidate, onClose }: OfferDialogProps) {
  const t = useTranslations("coordination.offer");
  const ways = useTranslations("coordination");
  const draft = useOfferDraft(candidate.id, onClose);
  const { mode, day, note, first, off, error } = draft;
  return (
    <Dialog isOpen onClose={onClose} title={t("title", { name: candidate.name })}>
      <form className="coordination-form" onSubmit={draft.send}>
        <p>{t("lede")}</p>
        <ModeChoice mode={mode} onChoose={draft.setMode} />
        <TextField
          label={t("day")}
          type="date"
          value={day}
          min={first}
          onChange={({ currentTarget }) => draft.setDay(currentTarget.value)}
        />
        <TextField
          label={t("note")}
          hint={t("noteHint")}
          value={note}
          maxLength={2000}
          onChange={({ currentTarget }) => draft.setNote(currentTarget.value)}
        />
        {error && <Banner tone="stop" title={error.message} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{ways("cancel")}</Button>
          <Button type="submit" look="filled" offReason={off ? t("laterDay") : undefined}>
            {t("act")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ModeChoiceProps {
  readonly mode: "author" | "blind";
  readonly onChoose: (mode: "author" | "blind") => void;
}

function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  const t = useTranslations("coordination");
  return (
    <Segmented
      label={t("offer.as")}
      options={[
        { value: "author", label: t("mode.author") },
        { value: "blind", label: t("mode.blind") },
      ]}
      value={mode}
      onChange={onChoose}
    />
  );
}

/** `off`: the day is none on which they could still answer. */
function useOfferDraft(person: string, onDone: () => void) {
  const { zone } = useCase().detail.organisation;
  const today = dayIn(zone, useNow());
  const [mode, setMode] = useState<"author" | "blind">("author");
  const [day, setDay] = useState(dayAt(today, 2));
  const [note, setNote] = useState("");
  const { mutate, isPending, error } = useOffer(onDone);
  const off = day <= today;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (off || isPending) return;
    const due = instantIn(zone, day, "17:00").toISOString();
    mutate({ person, mode, due, note: note.trim() || null });
  };
  return { mode, setMode, day, setDay, note, setNote, first: dayAt(today, 1), off, error, send };
}
