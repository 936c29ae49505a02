import type { QuestionApi } from "@consilium/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { hc } from "hono/client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { answerOf, type CaseDetail, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";

const api = hc<QuestionApi>(`${location.origin}/api`);
const withdrawal = api.cases[":caseId"].questions[":questionId"].withdrawal;

/** Until it is signed: what a signed report says it goes on saying. */
const beforeSigning: ReadonlySet<CaseDetail["state"]> = new Set([
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "paused",
]);

interface TakeBackQuestionProps {
  readonly questionId: string;
  /** As the doctors read it, from 1. */
  readonly number: number;
}

/** For whoever may take it back; for everybody else it is nothing. */
export function TakeBackQuestion({ questionId, number }: TakeBackQuestionProps) {
  const t = useTranslations("question");
  const { detail } = useCase();
  const [isAsking, ask] = useState(false);
  if (!detail.commands.includes("withdraw or rank a question") || !beforeSigning.has(detail.state))
    return null;
  return (
    <div>
      <Button look="quiet" size="small" aria-label={t("takeBackLabel", { number })} onClick={() => ask(true)}>
        {t("takeBack")}
      </Button>
      {isAsking && <TakeBackDialog questionId={questionId} onClose={() => ask(false)} />}
    </div>
  );
}

interface TakeBackDialogProps {
  readonly questionId: string;
  readonly onClose: () => void;
}

function TakeBackDialog({ questionId, onClose }: TakeBackDialogProps) {
  const t = useTranslations("question");
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => answerOf(withdrawal.$post({ param: { caseId, questionId }, ...inSeat(seat) })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button look="filled" disabled={isPending} onClick={() => mutate()}>
            {t("takeBackNow")}
          </Button>
        </>
      }
    >
      <p>{t("means")}</p>
      <RefusedLine error={error} />
    </Dialog>
  );
}
