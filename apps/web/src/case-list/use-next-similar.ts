import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CaseListItem } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseListQuery } from "./case-list-query.ts";
import { isSpecialistIn } from "./list-tabs.ts";
import { nextSimilar } from "./next-similar.ts";

/** The case that a specialist reads after this one; undefined where there is none, and for everybody else. */
export function useNextSimilar(): CaseListItem | undefined {
  const { caseId, detail } = useCase();
  const isSpecialist = detail.seat.role === "specialist";
  const { data } = useInfiniteQuery({ ...caseListQuery, enabled: isSpecialist, staleTime: 300_000 });
  return useMemo(() => {
    if (!isSpecialist) return undefined;
    const cases = data?.pages.flatMap(({ items }) => items).filter(isSpecialistIn) ?? [];
    return nextSimilar(cases, caseId);
  }, [data, caseId, isSpecialist]);
}
