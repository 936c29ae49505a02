import type { SigningApi } from "@consilium/server/api";
import { useQuery } from "@tanstack/react-query";
import { hc } from "hono/client";
import { useTranslations } from "use-intl";
import { answerOf, type CaseListItem, inSeat } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";

const { progress } = hc<SigningApi>(`${location.origin}/api`).cases[":caseId"];

/** How far my draft of the chosen case is, by the server's own rules. Nothing where I write none. */
export function DraftProgress({ item: { id: caseId, seats, state } }: { readonly item: CaseListItem }) {
  const t = useTranslations("caseList");
  const seat = seats.find(({ role, mode }) => role === "specialist" && mode === "author");
  const { data } = useQuery({
    queryKey: caseKey(caseId, "progress"),
    queryFn: ({ signal }) =>
      answerOf(progress.$get({ param: { caseId }, ...inSeat(seat?.id) }, { init: { signal } })),
    enabled: seat !== undefined && state === "in-review",
    retry: false,
  });
  if (!data) return null;
  return (
    <p>
      {t("progress", { begun: data.begun, sections: data.sections })} {t("blocks", { count: data.must })}
    </p>
  );
}
