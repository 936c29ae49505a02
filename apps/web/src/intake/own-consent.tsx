import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import type { CaseDetail } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { intakeQuery, takeBackConsent } from "./intake-api.ts";

/** The consent as it stands, and how it is taken back. */
export function OwnConsent() {
  const t = useTranslations("intake");
  const { caseId, seat, detail } = useCase();
  const [isAsking, ask] = useState(false);
  const { data } = useQuery(intakeQuery(caseId, seat));
  const mayEnd = detail.commands.includes("give or withdraw consent");
  if (!data || (!data.consent && detail.state === "draft")) return null;
  return (
    <section className="story-section">
      <h2>{t("consentTitle")}</h2>
      <p>{data.consent ? t("consentGiven", { at: new Date(data.consent.at) }) : t("consentGone")}</p>
      {data.consent && mayEnd && (
        <Button look="quiet" isDanger onClick={() => ask(true)}>
          {t("withdraw")}
        </Button>
      )}
      <WithdrawDialog isOpen={isAsking} onClose={() => ask(false)} />
    </section>
  );
}

const atWork: ReadonlySet<CaseDetail["state"]> = new Set([
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "paused",
]);

interface WithdrawDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function WithdrawDialog({ isOpen, onClose }: WithdrawDialogProps) {
  const t = useTranslations("intake");
  const { caseId, seat, detail } = useCase();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => takeBackConsent(caseId, seat),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      onClose();
    },
  });
  const means =
    detail.state === "draft" ? "withdrawDraft" : atWork.has(detail.state) ? "withdrawEnds" : "withdrawNotes";
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("withdrawTitle")}
      actions={
        <>
          <Button onClick={onClose}>{t("withdrawKeep")}</Button>
          <Button look="filled" disabled={isPending} onClick={() => mutate()}>
            {t("withdrawNow")}
          </Button>
        </>
      }
    >
      <p>{t(means)}</p>
      {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notReached")} />}
    </Dialog>
  );
}
