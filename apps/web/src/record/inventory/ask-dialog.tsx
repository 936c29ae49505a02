import { useTranslations } from "use-intl";
import { Dialog } from "../../design/dialog.tsx";
import { AskForm } from "./ask-form.tsx";

/** Something that no list names is asked for. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("inventory");
  return (
    <Dialog isOpen onClose={onClose} title={t("askTitle")} isGrowing>
      <AskForm item={undefined} onSent={onClose} />
    </Dialog>
  );
}
