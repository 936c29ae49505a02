import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { useStep } from "./use-follow-up.ts";
import { VisitNotices } from "./visit-notices.tsx";

const steps = "lifecycle, clocks, requests, marking an item as revealing";

/** Across the top of a case whose opinion was delivered: what comes next, and that it is closed. */
export function FollowUpNotices() {
  const { detail } = useCase();
  const maySteps = detail.commands.includes(steps);
  if (detail.state === "closed") return <Closed />;
  const isFollowUp = detail.state === "follow-up";
  if (detail.state !== "delivered" && !isFollowUp) return null;
  return (
    <>
      <VisitNotices />
      {maySteps && (isFollowUp ? <CloseCase /> : <BeginFollowUp />)}
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
  const { mutate, isPending, error } = useStep();
  return (
    <>
      <Banner
        tone="draft"
        isBar
        title={t("delivered")}
        action={
          <Button size="small" disabled={isPending} onClick={() => mutate("follow-up")}>
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

function CloseCase() {
  const t = useTranslations("followUp");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Banner
        tone="draft"
        isBar
        title={t("isFollowUp")}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {t("close.open")}
          </Button>
        }
      >
        {t("followUpText")}
      </Banner>
      {isOpen && <CloseDialog onClose={() => setOpen(false)} />}
    </>
  );
}
