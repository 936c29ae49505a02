import { isPatientSide } from "@consilium/clinical";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import { CallForVisit } from "../conference/calling/call-for-visit.tsx";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { AnswerVisitDialog } from "./answer-visit-dialog.tsx";
import { useFollowUp, type VisitWish } from "./use-follow-up.ts";

/** For those who treat, advise and coordinate: that the patient's side wishes for a visit, or has a time for one. */
export function VisitNotices() {
  const { detail } = useCase();
  const { data } = useFollowUp();
  if (isPatientSide(detail.seat)) return null;
  return data?.visits
    .filter(({ state }) => state === "open" || state === "planned")
    .map((visit) => <VisitNotice key={visit.id} visit={visit} />);
}

function VisitNotice({ visit }: { readonly visit: VisitWish }) {
  const t = useTranslations("followUp.visit");
  const { detail } = useCase();
  const people = usePeople();
  const [isAnswering, setAnswering] = useState(false);
  const name = people.get(visit.by)?.name ?? "";
  const mayAnswer = detail.commands.includes("answer a wish for a visit");
  const title =
    visit.planned === null ? t("wished", { name }) : t("plannedFor", { name, at: new Date(visit.planned) });
  return (
    <div className="visit-notice">
      <Banner
        tone={visit.state === "open" ? "warn" : "draft"}
        isBar
        title={title}
        action={
          <>
            {visit.planned !== null && <CallForVisit at={visit.planned} />}
            {mayAnswer && (
              <Button size="small" onClick={() => setAnswering(true)}>
                {visit.state === "open" ? t("answerIt") : t("change")}
              </Button>
            )}
          </>
        }
      >
        {t("about", { why: visit.why, times: visit.times })}
      </Banner>
      {isAnswering && <AnswerVisitDialog visit={visit} onClose={() => setAnswering(false)} />}
    </div>
  );
}
