import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";

/** Asked before it is done: what was not saved is nowhere else. */
export function DropChanges({ onDrop }: { readonly onDrop: () => void }) {
  const t = useTranslations("programme.drop");
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button onClick={() => ask(true)}>{t("ask")}</Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={t("title")}
        actions={
          <>
            <Button onClick={() => ask(false)}>{t("keep")}</Button>
            <Button isDanger onClick={onDrop}>
              {t("act")}
            </Button>
          </>
        }
      >
        <p>{t("text")}</p>
      </Dialog>
    </>
  );
}
