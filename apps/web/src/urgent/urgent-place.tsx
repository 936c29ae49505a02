import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";

/** The way to where it stands; none where this seat may not read that. */
export function UrgentPlace({ place }: { readonly place: string }) {
  const t = useTranslations("urgent");
  const { caseId, detail } = useCase();
  if (place.startsWith("record/"))
    return (
      <Link
        to="/cases/$caseId/records/$recordId"
        params={{ caseId, recordId: place.slice("record/".length) }}
      >
        {t("openRecord")}
      </Link>
    );
  const isLead = detail.opinions[0] !== undefined && place === `opinion.${detail.opinions[0].id}`;
  if (!isLead) return null;
  return (
    <Link to="/cases/$caseId/opinion/$section" params={{ caseId, section: "summary" }}>
      {t("openOpinion")}
    </Link>
  );
}
