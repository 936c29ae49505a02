import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { coordinates } from "../coordination/coordination-api.ts";
import { useStep } from "../coordination/use-step.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { VisitNotices } from "./visit-notices.tsx";

/** Across the top of a case whose opinion was delivered: what comes next, and that it is closed. */
export function FollowUpNotices() {
  const { detail } = useCase();
  const maySteps = detail.commands.includes(coordinates);
  if (detail.state === "closed") return <Closed />;
  const isFollowUp = detail.state === "follow-up";
  if (detail.state !== "delivered" && !isFollowUp) return null;
  return (
    <>
      <VisitNotices />
      {maySteps && (isFollowUp ? <InFollowUp /> : <BeginFollowUp />)}
    </>
  );
}

function Closed() {
  const t = useTranslations("followUp");
  const { detail } = useCase();
  const at = detail.lifecycle.findLast(({ event }) => event === "closed")?.at;
  return (
    <Banner tone="draft" isBar title={at ? t("closedAt", { at: new Date(at) }) : t("isClosed")}>
      {t("readOnly")}
    </Banner>
  );
}

function BeginFollowUp() {
  const t = useTranslations("followUp");
  const { caseId, seat } = useCase();
  const { mutate, isPending, error } = useStep({ caseId, seat });
  return (
    <>
      <Banner
        tone="draft"
        isBar
        title={t("delivered")}
        action={
          <Button size="small" disabled={isPending} onClick={() => mutate({ to: "follow-up", reason: null })}>
            {t("begin")}
          </Button>
        }
      >
        {t("deliveredText")}
      </Banner>
      <RefusedLine error={error} />
    </>
  );
}

/** The bar of the case has the way to close it. */
function InFollowUp() {
  const t = useTranslations("followUp");
  return (
    <Banner tone="draft" isBar title={t("isFollowUp")}>
      {t("followUpText")}
    </Banner>
  );
}
