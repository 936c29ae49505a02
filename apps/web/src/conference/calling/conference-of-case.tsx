import { useNow, useTranslations } from "use-intl";
import type { CaseListItem } from "../../case/case-api.ts";

/** In one line, where a case is one of many: its conference that goes on, or the next one. */
export function ConferenceOfCase({ live, startsAt }: NonNullable<CaseListItem["conference"]>) {
  const t = useTranslations("conferences.ofCase");
  const now = useNow({ updateInterval: 60_000 });
  const at = new Date(startsAt);
  return t(live ? "live" : at > now ? "planned" : "late", { at });
}
