import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { longestPaste } from "../editor/paste.ts";

/** SY-31: more than a document takes at once. Nothing was pasted. */
export function TooLong({
  characters,
  onClose,
}: {
  readonly characters: number;
  readonly onClose: () => void;
}) {
  const t = useTranslations("opinion");
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("tooLongTitle")}
      actions={
        <Button look="filled" onClick={onClose}>
          {t("close")}
        </Button>
      }
    >
      <p>{t("tooLongText", { characters, most: longestPaste })}</p>
    </Dialog>
  );
}
