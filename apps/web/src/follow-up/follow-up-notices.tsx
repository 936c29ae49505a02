import { useNow, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { coordinates } from "../coordination/coordination-api.ts";
import { Banner } from "../design/banner.tsx";
import { questionsUntil } from "../report/asking/questions-until.tsx";
import { MoreTime } from "./more-time.tsx";
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
      {maySteps && <Standing isFollowUp={isFollowUp} />}
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

/** The bar of the case has the way to begin it, and then to close the case. */
function Standing({ isFollowUp }: { readonly isFollowUp: boolean }) {
  const t = useTranslations("followUp");
  const until = questionsUntil(useCase().detail, useNow({ updateInterval: 60_000 }));
  const past = isFollowUp && until?.say === "past" ? until : undefined;
  const text = past ? t("followUpPast", { due: past.due }) : t("followUpText");
  return (
    <Banner
      tone="draft"
      isBar
      title={t(isFollowUp ? "isFollowUp" : "delivered")}
      action={past && <MoreTime />}
    >
      {isFollowUp ? text : t("deliveredText")}
    </Banner>
  );
}
