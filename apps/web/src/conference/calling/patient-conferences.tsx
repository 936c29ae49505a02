import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Conferences } from "./conferences.tsx";
import { OneConference } from "./one-conference.tsx";

/** In the patient's own column. */
export function PatientConferences() {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  return (
    <>
      <p className="patient-back">
        <Link to="/cases/$caseId" params={{ caseId }}>
          {t("back")}
        </Link>
      </p>
      <Conferences />
    </>
  );
}

export const PatientOneConference = () => <OneConference />;
