import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { BarAction } from "../case/bar-action.tsx";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { useBlindRead, useFinishAndReveal } from "./use-blind-read.ts";

/** The blind reader's next step, in the bar. */
export function FinishRead() {
  const t = useTranslations("blindRead");
  const { data } = useBlindRead();
  const [isOpen, setOpen] = useState(false);
  if (!data || data.state === "revealed") return null;
  return (
    <>
      <BarAction name={t(`open.${data.state}`)} menuName={t("more")} onClick={() => setOpen(true)} />
      {isOpen && (
        <FinishDialog
          opinion={data.opinion}
          isFinished={data.state === "finished"}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface FinishDialogProps {
  readonly opinion: string;
  readonly isFinished: boolean;
  readonly onClose: () => void;
}

/** It cannot be unseen, so it is asked once more. */
function FinishDialog({ opinion, isFinished, onClose }: FinishDialogProps) {
  const t = useTranslations("blindRead");
  const { caseId } = useCase();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useFinishAndReveal(() => {
    onClose();
    void navigate({ to: "/cases/$caseId/comparison", params: { caseId } });
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button onClick={onClose}>{t("keepReading")}</Button>
          <Button look="filled" disabled={isPending} onClick={() => mutate({ opinion, isFinished })}>
            {t(isFinished ? "act.finished" : "act.reading")}
          </Button>
        </>
      }
    >
      <p>{t(isFinished ? "ledeFinished" : "lede")}</p>
      <RefusedLine error={error} />
    </Dialog>
  );
}
