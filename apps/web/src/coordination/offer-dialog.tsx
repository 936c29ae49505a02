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
  const { zone } = useCase().detail.organisation;
  const today = dayIn(zone, useNow());
  const [mode, setMode] = useState<"author" | "blind">("author");
  const [day, setDay] = useState(dayAt(today, 2));
  const [note, setNote] = useState("");
  const { mutate, isPending, error } = useOffer(onClose);
  const off = day <= today ? t("laterDay") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const due = instantIn(zone, day, "17:00").toISOString();
    if (!off && !isPending) mutate({ person: candidate.id, mode, due, note: note.trim() || null });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t("title", { name: candidate.name })}>
      <form className="coordination-form" onSubmit={send}>
        <p>{t("lede")}</p>
        <Segmented
          label={t("as")}
          options={[
            { value: "author", label: ways("mode.author") },
            { value: "blind", label: ways("mode.blind") },
          ]}
          value={mode}
          onChange={setMode}
        />
        <TextField
          label={t("day")}
          type="date"
          value={day}
          min={dayAt(today, 1)}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <TextField
          label={t("note")}
          hint={t("noteHint")}
          value={note}
          maxLength={2000}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {error && <Banner tone="stop" title={error.message} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{ways("cancel")}</Button>
          <Button type="submit" look="filled" offReason={off}>
            {t("act")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
