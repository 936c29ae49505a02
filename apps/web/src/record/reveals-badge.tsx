import { isPatientSide } from "@consilium/clinical";
import { IconEyeOff } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { CaseRecord } from "./record-query.ts";

/** The patient told the first opinion, or was told it: to them the mark says nothing. */
function useReveals({ revealsFirstOpinion }: CaseRecord): boolean {
  const { seat } = useCase().detail;
  return revealsFirstOpinion && !isPatientSide(seat);
}

/** In the list: that a record tells the first opinion. */
export function RevealsBadge({ record }: { readonly record: CaseRecord }) {
  const t = useTranslations("record");
  if (!useReveals(record)) return null;
  return (
    <span className="record-reveals" title={t("revealsMore")}>
      <IconEyeOff size="1rem" stroke={1.75} aria-hidden />
      <span className="visually-hidden">{t("reveals")}</span>
    </span>
  );
}

/** The same in words, on the record itself. */
export function RevealsLine({ record }: { readonly record: CaseRecord }) {
  const t = useTranslations("record");
  if (!useReveals(record)) return null;
  return (
    <p className="record-reveals-line">
      <IconEyeOff size="1rem" stroke={1.75} aria-hidden /> {t("revealsMore")}
    </p>
  );
}
