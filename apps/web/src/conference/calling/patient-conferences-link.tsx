import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { useConferences } from "./conferences-query.ts";

/** On the patient's home, once there is one: the way to all conferences. */
export function PatientConferencesLink() {
  const t = useTranslations("conferences");
  const { caseId } = useCase();
  const { data } = useConferences();
  if (!data || data.items.length === 0) return null;
  return (
    <p className="patient-quiet">
      <Link to="/cases/$caseId/conferences" params={{ caseId }}>
        {t("open")}
      </Link>
    </p>
  );
}
