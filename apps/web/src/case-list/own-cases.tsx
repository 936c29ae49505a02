import "./own-cases.css";
import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import type { CaseListItem } from "../case/case-api.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { PageTitle } from "../design/page-title.tsx";

/** For patients and those who speak for them, with more than one case. */
export function OwnCases({ cases }: { readonly cases: readonly CaseListItem[] }) {
  const t = useTranslations("patient");
  const steps = useTranslations("intake");
  const states = useTranslations("caseList");
  return (
    <>
      <DocumentTitle page={t("casesTitle")} />
      <AppBar side="patient" />
      <MainContent name="own-cases">
        <PageTitle lede={t("casesText")}>{t("casesTitle")}</PageTitle>
        <ul className="own-cases-list">
          {cases.map((item) => (
            <li key={item.id}>
              <Link to="/cases/$caseId" params={{ caseId: item.id }}>
                <b>{t("caseOf", { own: isPatient(item) ? "yes" : "no", name: item.patient.name })}</b>
                <span>{item.title === "" ? steps("untitled") : item.title}</span>
                <span>{states(`state.${item.state}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="own-cases-new">
          <ButtonLink to="/cases/new">{steps("new")}</ButtonLink>
        </p>
      </MainContent>
    </>
  );
}

const isPatient = ({ seats }: CaseListItem): boolean => seats.some(({ role }) => role === "patient");
