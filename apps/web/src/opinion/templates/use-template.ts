import { loadTemplate, type OpinionTemplate } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "../../case/case-context.ts";

/** The template of the case's specialty, in its language; undefined until it is here, and where there is none. */
export function useTemplate(): OpinionTemplate | undefined {
  const { specialty, language } = useCase().detail;
  const { data } = useQuery({
    queryKey: ["template", specialty, language],
    // A query may not hold undefined.
    queryFn: async () => (await loadTemplate(specialty, language)) ?? null,
    staleTime: Infinity,
  });
  return data ?? undefined;
}
