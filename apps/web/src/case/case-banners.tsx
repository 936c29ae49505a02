import type { SaveStatus } from "@consilium/workspace-client";
import "./case.css";
import { IconCloudOff } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { ConferenceBanner } from "../conference/calling/conference-banner.tsx";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { FollowUpNotices } from "../follow-up/follow-up-notices.tsx";
import { UrgentBanners } from "../urgent/urgent-banners.tsx";
import { useCase } from "./case-context.ts";
import type { DocumentState } from "./document-state.ts";
import { LateDraftNotices } from "./late-draft-notices.tsx";
import { NotSavedNotice } from "./not-saved-notice.tsx";
import { useSaveStatus } from "./use-document.ts";

/** Across the top of the case: what keeps it from being saved, and what becomes of it. */
export function CaseBanners({ state }: { readonly state?: DocumentState | undefined }) {
  const t = useTranslations("workspace");
  const { shelf } = useCase();
  const status = useSaveStatus();
  const isTooOld = state?.phase === "open" && state.reason === "schema-too-old";
  return (
    <div className="case-notices">
      <UrgentBanners />
      <ConferenceBanner />
      <ConnectionBanner status={status} />
      {status.state === "not-saved" &&
        shelf.notSaved().map((document) => <NotSavedNotice key={document.name} document={document} />)}
      {isTooOld && (
        <Banner
          tone="warn"
          isBar
          title={t("schemaTooOld")}
          action={<Button onClick={() => location.reload()}>{t("openAgain")}</Button>}
        >
          {t("schemaTooOldText")}
        </Banner>
      )}
      <LateDraftNotices />
      <FollowUpNotices />
    </div>
  );
}

function ConnectionBanner({ status }: { readonly status: SaveStatus }) {
  const t = useTranslations("workspace");
  const { client } = useCase();
  const { phase } = useSyncExternalStore(client.connection.subscribe, client.connection.getSnapshot);
  const icon = <IconCloudOff size="1.125rem" stroke={1.75} aria-hidden />;
  const kept = status.state === "kept" ? status.count : 0;
  if (phase === "offline") {
    if (status.state === "in-memory")
      return (
        <Banner tone="warn" isBar icon={icon} title={t("offlineInMemory", { count: status.count })}>
          {t("keepPageOpen")}
        </Banner>
      );
    const title = kept > 0 ? t("offlineKept", { count: kept }) : t("offline");
    return (
      <Banner tone="warn" isBar icon={icon} title={title}>
        {t("goOnWriting")}
      </Banner>
    );
  }
  if (phase !== "open" || kept === 0) return null;
  return (
    <Banner tone="warn" isBar icon={icon} title={t("kept", { count: kept })}>
      {t("keptText")}
    </Banner>
  );
}
