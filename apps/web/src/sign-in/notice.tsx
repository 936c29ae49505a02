import { useTranslations } from "use-intl";
import type { SignInReason } from "../app/routes.ts";
import type { SignInRefusal } from "../app/session.ts";
import { Banner } from "../design/banner.tsx";

export type SignInOutcome = "signed-in" | SignInRefusal | undefined;

export interface NoticeProps {
  readonly reason?: SignInReason | undefined;
  readonly outcome: SignInOutcome;
}

/** What the last attempt met; before one, why one stands here. */
export function Notice({ reason, outcome }: NoticeProps) {
  const t = useTranslations("signIn");
  if (outcome && outcome !== "signed-in" && outcome !== "code-needed") {
    return (
      <Banner tone="stop" title={t(`refused.${outcome}`)}>
        {t(`next.${outcome}`)}
      </Banner>
    );
  }
  if (reason === "ended") {
    return (
      <Banner tone="warn" title={t("ended")}>
        {t("endedNext")}
      </Banner>
    );
  }
  return reason === "signed-out" ? <Banner tone="ok" title={t("signedOut")} /> : null;
}
