import "./follow-up.css";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { CaseRef } from "../coordination/coordination-api.ts";
import { useStep } from "../coordination/use-step.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { SeverityGlyph } from "../design/severity-glyph.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type FollowUp, followUpQuery } from "./use-follow-up.ts";

export interface CloseDialogProps {
  readonly of: CaseRef;
  readonly onClose: () => void;
}

/** What is still open, and that nobody writes any more once the case is closed. */
export function CloseDialog({ of, onClose }: CloseDialogProps) {
  const t = useTranslations("followUp.close");
  const { data, error: notRead } = useQuery({ ...followUpQuery(of), staleTime: 0 });
  const { mutate, isPending, error } = useStep(of, onClose);
  const remaining = data?.remaining ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look="filled"
            disabled={isPending || !data}
            onClick={() => mutate({ to: "closed", reason: null })}
          >
            {remaining.length > 0 ? t("actAnyway") : t("act")}
          </Button>
        </>
      }
    >
      <p>{t("lede")}</p>
      {data && remaining.length === 0 && <p>{t("nothing")}</p>}
      {remaining.length > 0 && <Remaining remaining={remaining} />}
      <RefusedLine error={notRead ?? error} />
    </Dialog>
  );
}

function Remaining({ remaining }: Pick<FollowUp, "remaining">) {
  const t = useTranslations("followUp.close");
  const say = useTranslations("followUp");
  return (
    <>
      <p className="follow-up-name">{t("remaining")}</p>
      <ul className="follow-up-remaining">
        {remaining.map(({ kind, count }) => (
          <li key={kind}>
            <SeverityGlyph severity={kind === "urgent" ? "must" : "advice"}>
              {say(`close.kind.${kind}`, { count })}
            </SeverityGlyph>
          </li>
        ))}
      </ul>
    </>
  );
}
