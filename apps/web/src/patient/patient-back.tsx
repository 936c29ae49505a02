import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";

/** From a page of the patient's own column to their case. */
export function PatientBack() {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  return (
    <p className="patient-back">
      <Link to="/cases/$caseId" params={{ caseId }}>
        {t("back")}
      </Link>
    </p>
  );
}
