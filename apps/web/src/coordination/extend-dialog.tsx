import { dayAt, dayIn, instantIn } from "@consilium/foundation";
import { useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import type { CaseRef } from "./coordination-api.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { type ClockKind, useExtendClock } from "./use-triage.ts";

export interface ExtendDialogProps {
  readonly of: CaseRef;
  readonly kind: ClockKind;
  /** ISO 8601. */
  readonly due: string;
  /** The IANA zone in which the deadline is set. */
  readonly zone: string;
  readonly onClose: () => void;
}

/** A deadline moves to five in the evening of a later day, where the case is looked after. */
export function ExtendDialog({ of, kind, due, zone, onClose }: ExtendDialogProps) {
  const t = useTranslations("coordination.extend");
  const titles = useTranslations("coordination");
  const now = useNow();
  const today = dayIn(zone, now);
  const wasDay = dayIn(zone, new Date(due));
  const first = dayAt(wasDay > today ? wasDay : today, 1);
  const [day, setDay] = useState(first);
  const { mutate, isPending, error } = useExtendClock(of, kind, onClose);
  return (
    <ReasonDialog
      title={titles(`extendTitle.${kind}`)}
      lede={t("lede")}
      act={t("act")}
      isPending={isPending}
      error={error}
      offReason={day < first ? t("laterDay", { due: new Date(due) }) : undefined}
      onSend={(reason) => mutate({ due: instantIn(zone, day, "17:00").toISOString(), reason })}
      onClose={onClose}
    >
      <TextField
        label={t("day")}
        type="date"
        value={day}
        min={first}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
    </ReasonDialog>
  );
}
