import { createTermFinder, loadGlossary, type TermFinder } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "./case-context.ts";

/** Finds the terms of the glossary in the language of the case's texts; undefined until it is here, and where there is none. */
export function useFindTerms(): TermFinder | undefined {
  const { language } = useCase().detail;
  const { data } = useQuery({
    queryKey: ["glossary", language],
    // A query may not hold undefined.
    queryFn: async () => {
      const glossary = await loadGlossary(language);
      return glossary ? createTermFinder(glossary) : null;
    },
    staleTime: Infinity,
  });
  return data ?? undefined;
}
