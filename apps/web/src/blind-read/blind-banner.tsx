import { IconEyeOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { useBlindRead } from "./use-blind-read.ts";

/**
 * Above a blind reader's own read: that something is hidden on purpose and how much. Once it is finished and revealed, for all who
 * may read both: the way to both.
 */
export function BlindBanner() {
  const t = useTranslations("blindRead");
  const { detail } = useCase();
  const { data } = useBlindRead();
  if (detail.seat.mode !== "blind")
    return detail.opinions.some(({ state }) => state === "locked") && <BothThere title={t("wasReadBlind")} />;
  if (!data) return null;
  if (data.state === "revealed") return <BothThere title={t("revealed")} />;
  const icon = <IconEyeOff size="1.125rem" stroke={1.75} aria-hidden />;
  return (
    <Banner tone="draft" isBar icon={icon} title={t("hidden", { count: data.hidden })}>
      {t(data.state === "finished" ? "finishedText" : "hiddenText")}
    </Banner>
  );
}

function BothThere({ title }: { readonly title: string }) {
  const t = useTranslations("blindRead");
  const { caseId } = useCase();
  return (
    <Banner
      tone="draft"
      isBar
      title={title}
      action={
        <Link to="/cases/$caseId/comparison" params={{ caseId }}>
          {t("toComparison")}
        </Link>
      }
    />
  );
}
