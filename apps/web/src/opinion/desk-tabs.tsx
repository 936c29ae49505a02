import {
  IconFilePlus,
  IconFileText,
  IconFolder,
  IconNotebook,
  IconReportMedical,
  IconUser,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { BottomTab, BottomTabs } from "../design/bottom-tabs.tsx";
import { firstSection, textRoutes } from "./text-routes.ts";
import { textsOf, useRoomOnScreen } from "./text-switch.tsx";

const icons = {
  opinion: IconReportMedical,
  referral: IconFileText,
  story: IconUser,
  workpad: IconNotebook,
  addendum: IconFilePlus,
};

/** The telephone's way between the texts of the case and its records. The workpad is behind the menu of sections. */
export function DeskTabs() {
  const t = useTranslations("workspace");
  const { caseId, detail } = useCase();
  const current = useRoomOnScreen();
  return (
    <BottomTabs label={t("textsOfTheCase")}>
      {textsOf(detail)
        .filter((kind) => kind !== "workpad")
        .map((kind) => {
          const Icon = icons[kind];
          return (
            <BottomTab
              key={kind}
              to={textRoutes[kind]}
              params={{ caseId, section: firstSection[kind] }}
              // In whichever section: the router knows only the first for this address.
              aria-current={kind === current ? "page" : undefined}
              icon={<Icon size="1.5rem" stroke={1.6} aria-hidden />}
            >
              {t(`text.${kind}`)}
            </BottomTab>
          );
        })}
      <BottomTab
        to="/cases/$caseId/records"
        params={{ caseId }}
        icon={<IconFolder size="1.5rem" stroke={1.6} aria-hidden />}
      >
        {t("records")}
      </BottomTab>
    </BottomTabs>
  );
}
