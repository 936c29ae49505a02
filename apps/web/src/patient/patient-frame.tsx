import "./patient.css";
import { IconFileText, IconFolder, IconHome, IconMessage, IconPhone } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { useCase } from "../case/case-context.ts";
import { SavedIndicator } from "../case/saved-indicator.tsx";
import { ConferencesItem } from "../conference/calling/conferences-item.tsx";
import { BottomTab, BottomTabs } from "../design/bottom-tabs.tsx";
import { PeopleItem } from "../people/people-item.tsx";
import { useTakeAlong } from "../take-along/use-take-along.tsx";
import { patientSlots } from "./patient-slots.ts";

/** Around every screen of a patient: one column, and the places of the case in thumb's reach. */
export function PatientFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("patient");
  const { detail, people } = useCase();
  const own = people.get(detail.seat.id);
  const { phone } = detail.organisation;
  const along = useTakeAlong();
  return (
    <div className="patient">
      {along.dialog}
      <AppBar
        menu={
          <>
            <PeopleItem />
            <ConferencesItem />
            {along.item}
          </>
        }
        {...(own && { colour: own.colour, side: own.side })}
        end={
          <>
            <SavedIndicator />
            {phone && (
              <a
                className="patient-call"
                href={`tel:${phone.replaceAll(" ", "")}`}
                aria-label={t("callUs", { phone })}
              >
                <IconPhone size="1.375rem" stroke={1.75} aria-hidden />
              </a>
            )}
          </>
        }
      />
      <CaseBanners />
      <MainContent name="patient-main">{children}</MainContent>
      <Places caseId={detail.id} />
    </div>
  );
}

const look = { size: "1.5rem", stroke: 1.6, "aria-hidden": true } as const;

function Places({ caseId }: { readonly caseId: string }) {
  const t = useTranslations("patient");
  const params = { caseId };
  return (
    <BottomTabs label={t("tabs")}>
      <BottomTab
        to="/cases/$caseId"
        params={params}
        activeOptions={{ exact: true }}
        icon={<IconHome {...look} />}
      >
        {t("tab.case")}
      </BottomTab>
      <BottomTab
        to="/cases/$caseId/opinion/$section"
        params={{ caseId, section: "plain" }}
        icon={<IconFileText {...look} />}
      >
        {t("tab.opinion")}
      </BottomTab>
      {patientSlots.Messages && (
        <BottomTab to="/cases/$caseId/threads" params={params} icon={<IconMessage {...look} />}>
          {t("tab.messages")}
        </BottomTab>
      )}
      {patientSlots.Records && (
        <BottomTab to="/cases/$caseId/records" params={params} icon={<IconFolder {...look} />}>
          {t("tab.records")}
        </BottomTab>
      )}
    </BottomTabs>
  );
}
