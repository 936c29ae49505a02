import "./coordination.css";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { useCase } from "../case/case-context.ts";
import { EmptyState } from "../design/empty-state.tsx";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { HearingSection } from "../intake/hearing-section.tsx";
import { DeskPage } from "../opinion/desk-page.tsx";
import { TextSwitch } from "../opinion/text-switch.tsx";
import { CaseClocksSection } from "./case-clocks-section.tsx";
import { coordinates } from "./coordination-api.ts";
import { OffersSection } from "./offers-section.tsx";
import { RevealingSection } from "./revealing-section.tsx";
import { useTriage } from "./use-triage.ts";

/** What a coordinator decides for a case that has come: who takes it, what reveals the first opinion, by when. */
export function TriagePage() {
  const { detail } = useCase();
  return (
    <DeskPage name="triage-main">
      {detail.commands.includes(coordinates) ? <Decisions /> : <NotYours />}
    </DeskPage>
  );
}

function Decisions() {
  const t = useTranslations("coordination");
  const states = useTranslations("caseList");
  const { detail } = useCase();
  const { data, error } = useTriage();
  if (error) throw error;
  if (!data) return <PageOnItsWay title={t("triage")} />;
  return (
    <>
      <DocumentTitle page={t("triage")} />
      <div className="triage-head">
        <PageTitle lede={t("lede", { state: states(`state.${detail.state}`) })}>
          {t(detail.state === "submitted" ? "titleNew" : "title")}
        </PageTitle>
        <TextSwitch />
      </div>
      <div className="triage-columns">
        <OffersSection triage={data} />
        <div>
          <CaseClocksSection triage={data} />
          <HearingSection whose="other" className="triage-section" />
          <RevealingSection questions={data.questions} />
        </div>
      </div>
    </>
  );
}

function NotYours() {
  const t = useTranslations("coordination");
  return (
    <EmptyState level={1} title={t("triage")}>
      <DocumentTitle page={t("triage")} />
      <p>{t("notYours")}</p>
    </EmptyState>
  );
}
