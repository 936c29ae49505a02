import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { useCancelConference } from "./conferences-query.ts";

export interface CancelDialogProps {
  readonly conferenceId: string;
  readonly onClose: () => void;
}

/** A conference that has not begun does not take place. */
export function CancelDialog({ conferenceId, onClose }: CancelDialogProps) {
  const t = useTranslations("conferences.one");
  const { mutate, isPending, error } = useCancelConference(conferenceId, onClose);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("cancelTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button isDanger disabled={isPending} onClick={() => mutate(undefined)}>
            {t("cancelAct")}
          </Button>
        </>
      }
    >
      <p>{t("cancelText")}</p>
      <RefusedLine error={error} />
    </Dialog>
  );
}
