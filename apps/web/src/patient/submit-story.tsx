import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { Refused } from "../app/refused.ts";
import { answerOf, caseApi, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { useSaveStatus } from "../case/use-document.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { countQuestions } from "../intake/steps-standing.ts";
import { useDocChanges } from "./use-doc-changes.ts";

export interface SubmitStoryProps {
  readonly doc: Doc;
  /** What else is needed before. */
  readonly lack?: string | undefined;
}

/** Sends the case: its questions are fixed. Only what the server has saved is sent. */
export function SubmitStory({ doc, lack }: SubmitStoryProps) {
  const t = useTranslations("patient");
  useDocChanges(doc);
  const [isAsking, ask] = useState(false);
  const status = useSaveStatus();
  const count = countQuestions(doc);
  const { mutate, error, isPending } = useSubmission();
  const offReason =
    lack ?? (count === 0 ? t("sendNeedsQuestion") : status.state === "saved" ? undefined : t("sendNotSaved"));
  return (
    <section className="story-send">
      <Button look="filled" size="wide" offReason={offReason} onClick={() => ask(true)}>
        {t("send")}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t("sendTitle")}
        actions={
          <>
            <Button onClick={() => ask(false)}>{t("keepWriting")}</Button>
            <Button look="filled" disabled={isPending || offReason !== undefined} onClick={() => mutate()}>
              {t("sendNow")}
            </Button>
          </>
        }
      >
        <p>{t("sendMeans", { count })}</p>
        {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("sendFailed")} />}
      </Dialog>
    </section>
  );
}

function useSubmission() {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () =>
      answerOf(caseApi.cases[":caseId"].submission.$post({ param: { caseId }, ...inSeat(seat) })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      await navigate({ to: "/cases/$caseId", params: { caseId } });
    },
  });
}
