import "./follow-up.css";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { useFollowUp, useStep } from "./use-follow-up.ts";

/** What is still open, and that nobody writes any more once the case is closed. */
export function CloseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("followUp.close");
  const say = useTranslations("followUp");
  const { data, error: notRead } = useFollowUp();
  const { mutate, isPending, error } = useStep(onClose);
  const remaining = data?.remaining ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="filled" disabled={isPending || !data} onClick={() => mutate("closed")}>
            {remaining.length > 0 ? t("actAnyway") : t("act")}
          </Button>
        </>
      }
    >
      <p>{t("lede")}</p>
      {data && remaining.length === 0 && <p>{t("nothing")}</p>}
      {remaining.length > 0 && (
        <>
          <p className="follow-up-name">{t("remaining")}</p>
          <ul className="follow-up-remaining">
            {remaining.map(({ kind, count }) => (
              <li key={kind}>
                <SeverityGlyph severity="advice">{say(`close.kind.${kind}`, { count })}</SeverityGlyph>
              </li>
            ))}
          </ul>
        </>
      )}
      <RefusedLine error={notRead ?? error} />
    </Dialog>
  );
}
