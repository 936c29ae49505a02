import { Link } from "@tanstack/react-router";
import { useNow, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { useConferences } from "./conferences-query.ts";
import { sortConferences } from "./standing.ts";

/** On the patient's home, once there is one: when the next conference is, and the way to all of them. */
export function PatientConferencesLink() {
  const t = useTranslations("conferences");
  const { caseId } = useCase();
  const now = useNow({ updateInterval: 60_000 });
  const { data } = useConferences();
  if (!data || data.items.length === 0) return null;
  const next = sortConferences(data.items).toCome.find(({ startsAt }) => new Date(startsAt) > now);
  return (
    <p className="patient-quiet">
      <Link to="/cases/$caseId/conferences" params={{ caseId }}>
        {next ? t("list.next", { at: new Date(next.startsAt) }) : t("open")}
      </Link>
    </p>
  );
}
