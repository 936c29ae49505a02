import { dayIn } from "@consilium/foundation";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { ageOn } from "./age.ts";

/** "58 F · Northgate": what tells patients apart, and where they come from. */
export function CaseFacts({
  item,
  more,
}: {
  readonly item: Pick<CaseListItem, "patient" | "workplace">;
  readonly more?: string | undefined;
}) {
  const t = useTranslations("caseList");
  const zone = useTimeZone() ?? "UTC";
  const now = useNow();
  const { born, sex } = item.patient;
  const age = ageOn(born, dayIn(zone, now));
  const person = age === undefined ? t("sex", { sex: sex ?? "" }) : t("ageAndSex", { age, sex: sex ?? "" });
  const facts = [person.trim(), item.workplace, more].filter(Boolean);
  return <span className="case-facts">{facts.join(" · ")}</span>;
}
