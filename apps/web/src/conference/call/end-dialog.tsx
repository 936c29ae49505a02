import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { useLive } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";

interface EndDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asked once more: everybody is out by it. */
export function EndDialog({ isOpen, onClose }: EndDialogProps) {
  const t = useTranslations("call");
  const { client } = useLive();
  const { attempt } = useCall();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("endTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("endNot")}</Button>
          <Button
            isDanger
            onClick={() => {
              onClose();
              attempt(() => client.ask("end", {}));
            }}
          >
            {t("endAct")}
          </Button>
        </>
      }
    >
      <p>{t("endText")}</p>
    </Dialog>
  );
}
