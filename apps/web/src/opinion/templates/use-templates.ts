import type { OpinionTemplate } from "@consilium/clinical";
import type { ProgrammeApi } from "@consilium/server/api";
import { useQuery } from "@tanstack/react-query";
import { hc } from "hono/client";
import { useMemo } from "react";
import { answerOf, inSeat } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";
import { caseKey } from "../../case/case-query.ts";
import { comingAlongQuery } from "./coming-along-query.ts";

const { templates } = hc<ProgrammeApi>(`${location.origin}/api`).cases[":caseId"];

export interface OfferedTemplate extends OpinionTemplate {
  /** As its programme calls it; null: it comes along with the app. */
  readonly name: string | null;
}

const aMinute = 60_000;

/** What an opinion of this case can begin with: the programme's own, then the one that comes along. Empty until they are here. */
export function useTemplates(): readonly OfferedTemplate[] {
  const { detail } = useCase();
  const { specialty, language } = detail;
  const { data: standard } = useQuery(comingAlongQuery(specialty, language));
  const { data: own } = useQuery({
    queryKey: caseKey(detail.id, "templates", detail.seat.id),
    queryFn: ({ signal }) =>
      answerOf(
        templates.$get({ param: { caseId: detail.id }, ...inSeat(detail.seat.id) }, { init: { signal } }),
      ),
    enabled: detail.seat.role === "specialist",
    staleTime: aMinute,
    // A draft lies open for hours: what changes meanwhile is told.
    refetchInterval: aMinute,
  });
  return useMemo(() => {
    const [primary = ""] = language.toLowerCase().split("-");
    const offered = (own?.items ?? []).filter((template) => template.language === primary);
    return [
      ...offered.map((template) => ({ ...template, specialty })),
      ...(standard ? [{ ...standard, name: null }] : []),
    ];
  }, [own, standard, specialty, language]);
}
