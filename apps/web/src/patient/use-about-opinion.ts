import { useFormatter, useTranslations } from "use-intl";
import type { OpinionSummary } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { useReports } from "../report/use-report.ts";
import { spokenName } from "./patient-names.ts";

/** As patients say it: those who write an opinion. */
export function useAuthors({ authors }: OpinionSummary): string {
  const format = useFormatter();
  const { people } = useCase();
  return format.list(authors.flatMap((seat) => spokenName(people.get(seat)?.name ?? "") || []));
}

/** Above an opinion that no longer changes: who signed it, or who wrote it, and when. `at`: of the version that was given. */
export function useAboutOpinion(opinion: OpinionSummary, at?: Date): string {
  const t = useTranslations("patient");
  const { people } = useCase();
  const names = useAuthors(opinion);
  const { id, signedAt } = opinion;
  const report = useReports().data?.items.find((one) => one.opinion === id);
  if (signedAt !== null) {
    // One of those who wrote it signs. Until it is known who, nobody is named.
    const name = spokenName(people.get(report?.by ?? "")?.name ?? "");
    return t("signedBy", { name: name || "none", on: new Date(signedAt) });
  }
  return at ? t("writtenBy", { names, on: at }) : "";
}
