import { loadTemplate, type OpinionTemplate } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";

/** The template that comes along for a specialty in a language; undefined until it is here, and where there is none. */
export function useComingAlong(specialty: string, language: string): OpinionTemplate | undefined {
  const { data } = useQuery({
    queryKey: ["template", specialty, language],
    // A query may not hold undefined.
    queryFn: async () => (await loadTemplate(specialty, language)) ?? null,
    staleTime: Infinity,
  });
  return data ?? undefined;
}
