import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";

/** The button, and the question before anything is taken back. */
export function AskedTakeBack({ onTakeBack }: { readonly onTakeBack: () => void }) {
  const t = useTranslations("delivery");
  const [isAsking, ask] = useState(false);
  const takeBack = () => {
    ask(false);
    onTakeBack();
  };
  return (
    <>
      <Button size="small" onClick={() => ask(true)}>
        {t("takeBack")}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t("takeBackTitle")}
        actions={
          <>
            <Button isDanger onClick={takeBack}>
              {t("takeBackYes")}
            </Button>
            <Button look="filled" onClick={() => ask(false)}>
              {t("takeBackNo")}
            </Button>
          </>
        }
      >
        <p>{t("cancelMore")}</p>
      </Dialog>
    </>
  );
}
