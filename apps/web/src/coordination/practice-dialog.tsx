import { useTranslations } from "use-intl";
import { Dialog } from "../design/dialog.tsx";
import type { Candidate } from "./coordination-api.ts";
import { PracticeForm } from "./practice-form.tsx";
import { useSavePracticeOf } from "./use-triage.ts";

export interface PracticeDialogProps {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** The coordinator says for a colleague what they work on. */
export function PracticeDialog({ candidate, onClose }: PracticeDialogProps) {
  const t = useTranslations("coordination.practice");
  const { mutate, isPending, error } = useSavePracticeOf(candidate.id, onClose);
  return (
    <Dialog isOpen onClose={onClose} title={t("titleOf", { name: candidate.name })}>
      <PracticeForm practice={candidate.practice} isPending={isPending} error={error} onSave={mutate} />
    </Dialog>
  );
}
